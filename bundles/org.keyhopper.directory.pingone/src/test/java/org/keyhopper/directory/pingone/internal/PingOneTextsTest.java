package org.keyhopper.directory.pingone.internal;

import java.util.Map;
import java.util.Set;
import org.keyhopper.api.settings.SettingsDescription;
import org.keyhopper.testkit.texts.TextsContract;

class PingOneTextsTest extends TextsContract {

    PingOneTextsTest() {
        super(PingOneFields.class);
    }

    @Override
    protected Map<String, SettingsDescription> settings() {
        return Map.of("pingone", PingOneFields.DESCRIPTION);
    }

    @Override
    protected Set<String> otherKeys() {
        return Set.of("words.pingone.not-an-origin", "words.pingone.origin-elsewhere", "words.pingone.rp-id-needed");
    }
}
