package org.keyhopper.printer.sdk.driver;

import java.util.Map;
import java.util.stream.Stream;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.settings.SettingsDescription;
import org.keyhopper.printer.sdk.status.FargoProblem;
import org.keyhopper.testkit.texts.TextsContract;

class SdkTextsTest extends TextsContract {

    SdkTextsTest() {
        super(FargoDriver.class);
    }

    @Override
    protected Stream<? extends ProblemCode> codes() {
        return Stream.of(FargoProblem.values());
    }

    @Override
    protected Map<String, SettingsDescription> settings() {
        return Map.of(
                "fargo",
                new FargoDriver().description().options(),
                "zebra",
                new ZebraDriver().description().options());
    }
}
