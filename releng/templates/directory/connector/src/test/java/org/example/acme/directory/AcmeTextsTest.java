package org.example.acme.directory;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.settings.SettingsDescription;
import org.keyhopper.testkit.texts.TextsContract;

class AcmeTextsTest extends TextsContract {

    AcmeTextsTest() {
        super(AcmeConnector.class);
    }

    @Override
    protected Stream<ProblemCode> codes() {
        return Stream.of(AcmeProblem.values());
    }

    @Override
    protected Map<String, SettingsDescription> settings() {
        return Map.of(AcmeConnector.TYPE, AcmeSettings.DESCRIPTION);
    }

    @Override
    protected Set<String> otherKeys() {
        return Set.of("finding.acme.passkeys", "words.acme.not-a-tenant");
    }
}
