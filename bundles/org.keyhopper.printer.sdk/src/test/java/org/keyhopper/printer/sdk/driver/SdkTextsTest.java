package org.keyhopper.printer.sdk.driver;

import java.util.Map;
import org.keyhopper.api.settings.SettingsDescription;
import org.keyhopper.testkit.texts.TextsContract;

class SdkTextsTest extends TextsContract {

    SdkTextsTest() {
        super(FargoDriver.class);
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
