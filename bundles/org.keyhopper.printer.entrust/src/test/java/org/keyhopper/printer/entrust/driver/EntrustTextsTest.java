package org.keyhopper.printer.entrust.driver;

import java.util.Map;
import org.keyhopper.api.settings.SettingsDescription;
import org.keyhopper.testkit.texts.TextsContract;

class EntrustTextsTest extends TextsContract {

    EntrustTextsTest() {
        super(EntrustDriver.class);
    }

    @Override
    protected Map<String, SettingsDescription> settings() {
        return Map.of("entrust", new EntrustDriver().description().options());
    }
}
