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
            SettingField.required(ORG_URL, Kind.URL, "Org address", "Such as https://example.okta.com"),
            SettingField.required(API_TOKEN, Kind.SECRET, "API token", "Of an administrator who may manage factors"),
            SettingField.optional(
                    RP_ID, Kind.TEXT, "Relying party id", "Only where it is not the host of the org address", "")));

    private OktaFields() {}
}
