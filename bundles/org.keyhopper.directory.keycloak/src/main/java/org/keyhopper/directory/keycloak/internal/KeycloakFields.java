package org.keyhopper.directory.keycloak.internal;

import java.util.List;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.api.settings.SettingField.Kind;
import org.keyhopper.api.settings.SettingsDescription;

/** The settings of this connector, by name and as a form. */
final class KeycloakFields {

    static final String SERVER_URL = "serverUrl";
    static final String REALM = "realm";
    static final String CLIENT_ID = "clientId";
    static final String CLIENT_SECRET = "clientSecret";
    static final String CERTIFICATE = "certificate";
    static final String CERTIFICATE_PASSWORD = "certificatePassword";
    static final String KEY_ID = "keyId";

    static final SettingsDescription DESCRIPTION = new SettingsDescription(List.of(
            SettingField.required(SERVER_URL, Kind.URL),
            SettingField.required(REALM, Kind.TEXT),
            SettingField.required(CLIENT_ID, Kind.TEXT),
            SettingField.optional(CLIENT_SECRET, Kind.SECRET, ""),
            SettingField.optional(CERTIFICATE, Kind.FILE, ""),
            SettingField.optional(CERTIFICATE_PASSWORD, Kind.SECRET, ""),
            SettingField.optional(KEY_ID, Kind.TEXT, "")));

    private KeycloakFields() {}
}
