package org.example.acme.driver;

import java.util.Map;
import java.util.stream.Stream;
import org.example.acme.status.AcmeProblem;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.settings.SettingsDescription;
import org.keyhopper.testkit.texts.TextsContract;

class AcmeTextsTest extends TextsContract {

    AcmeTextsTest() {
        super(AcmeDriver.class);
    }

    @Override
    protected Stream<ProblemCode> codes() {
        return Stream.of(AcmeProblem.values());
    }

    @Override
    protected Map<String, SettingsDescription> settings() {
        return Map.of("acme", new AcmeDriver().description().options());
    }
}
