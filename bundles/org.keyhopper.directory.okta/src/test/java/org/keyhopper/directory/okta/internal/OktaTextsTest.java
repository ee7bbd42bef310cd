package org.keyhopper.directory.okta.internal;

import java.util.Map;
import java.util.Set;
import org.keyhopper.api.settings.SettingsDescription;
import org.keyhopper.testkit.texts.TextsContract;

class OktaTextsTest extends TextsContract {

    OktaTextsTest() {
        super(OktaFields.class);
    }

    @Override
    protected Map<String, SettingsDescription> settings() {
        return Map.of("okta", OktaFields.DESCRIPTION);
    }

    @Override
    protected Set<String> otherKeys() {
        return Set.of("finding.okta.passkeys", "finding.okta.token");
    }
}
