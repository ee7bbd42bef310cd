package org.keyhopper.printer.evolis.driver;

import java.util.Map;
import org.keyhopper.api.settings.SettingsDescription;
import org.keyhopper.testkit.texts.TextsContract;

class EvolisTextsTest extends TextsContract {

    EvolisTextsTest() {
        super(EvolisDriver.class);
    }

    @Override
    protected Map<String, SettingsDescription> settings() {
        return Map.of("evolis", new EvolisDriver().description().options());
    }
}
