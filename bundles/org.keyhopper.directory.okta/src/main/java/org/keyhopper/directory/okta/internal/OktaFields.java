package org.keyhopper.directory.okta.internal;

import java.util.List;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.api.settings.SettingField.Kind;
import org.keyhopper.api.settings.SettingsDescription;

/** The settings of this connector, by name and as a form. */
final class OktaFields {

    static final String ORG_URL = "orgUrl";
    static final String API_TOKEN = "apiToken";
    static final String RP_ID = "rpId";

    static final SettingsDescription DESCRIPTION = new SettingsDescription(List.of(
            SettingField.required(ORG_URL, Kind.URL),
            SettingField.required(API_TOKEN, Kind.SECRET),
            SettingField.optional(RP_ID, Kind.TEXT, "")));

    private OktaFields() {}
}
