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
            SettingField.required(
                    SERVER_URL,
                    Kind.URL,
                    "Server address",
                    "Such as https://sso.example.com, with its path if it has one"),
            SettingField.required(REALM, Kind.TEXT, "Realm", "The name in the address, not the display name"),
            SettingField.required(
                    CLIENT_ID,
                    Kind.TEXT,
                    "Client id",
                    "Of a confidential client whose service account has manage-users and view-realm"),
            SettingField.optional(CLIENT_SECRET, Kind.SECRET, "Client secret", "Unless a certificate is used", ""),
            SettingField.optional(
                    CERTIFICATE,
                    Kind.FILE,
                    "Certificate",
                    "For a client that signs its assertions: a .pfx, .p12 or .pem file with its key",
                    ""),
            SettingField.optional(CERTIFICATE_PASSWORD, Kind.SECRET, "Certificate password", "", ""),
            SettingField.optional(
                    KEY_ID, Kind.TEXT, "Key id", "Only where the client names its keys by a JWKS with a kid", "")));

    private KeycloakFields() {}
}
