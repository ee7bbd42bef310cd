package org.keyhopper.printer.support;

import java.util.List;
import java.util.Map;
import org.keyhopper.api.settings.SettingsDescription;
import org.keyhopper.testkit.texts.TextsContract;

class SupportTextsTest extends TextsContract {

    SupportTextsTest() {
        super(AddressOptions.class);
    }

    @Override
    protected Map<String, SettingsDescription> settings() {
        return Map.of("setting", new SettingsDescription(List.of(AddressOptions.ENCODERS, AddressOptions.REJECT)));
    }
}
