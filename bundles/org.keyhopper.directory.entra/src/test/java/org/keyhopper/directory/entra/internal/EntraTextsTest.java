package org.keyhopper.directory.entra.internal;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.keyhopper.api.settings.SettingsDescription;
import org.keyhopper.testkit.texts.TextsContract;

class EntraTextsTest extends TextsContract {

    EntraTextsTest() {
        super(EntraFields.class);
    }

    @Override
    protected Stream<EntraProblem> codes() {
        return Stream.of(EntraProblem.values());
    }

    @Override
    protected Map<String, SettingsDescription> settings() {
        return Map.of("entra", EntraFields.DESCRIPTION);
    }

    @Override
    protected Set<String> otherKeys() {
        return Set.of("finding.entra.cloud", "words.entra.not-a-tenant");
    }
}
