package org.keyhopper.directory.entra.internal;

import java.util.List;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.api.settings.SettingField.Kind;
import org.keyhopper.api.settings.SettingsDescription;

/** The settings of this connector, by name and as a form. */
final class EntraFields {

    static final String TENANT = "tenant";
    static final String CLIENT_ID = "clientId";
    static final String SIGN_IN = "signIn";
    static final String CLIENT_SECRET = "clientSecret";
    static final String CERTIFICATE = "certificate";
    static final String CERTIFICATE_PASSWORD = "certificatePassword";
    static final String LOGIN_URL = "loginUrl";
    static final String GRAPH_URL = "graphUrl";

    static final SettingsDescription DESCRIPTION = new SettingsDescription(List.of(
            SettingField.required(
                    TENANT, Kind.TEXT, "Tenant", "Directory (tenant) id, or a domain such as contoso.com"),
            SettingField.required(
                    CLIENT_ID, Kind.TEXT, "Application id", "Application (client) id of the app registration"),
            SettingField.optional(
                            SIGN_IN,
                            Kind.CHOICE,
                            "Sign in with",
                            "Leave empty to use the certificate or secret given below, or else the browser",
                            "")
                    .withChoices(SignInMethod.names()),
            SettingField.optional(
                    CLIENT_SECRET, Kind.SECRET, "Client secret", "The value of the secret, not its id", ""),
            SettingField.optional(CERTIFICATE, Kind.FILE, "Certificate", "A .pfx, .p12 or .pem file with its key", ""),
            SettingField.optional(CERTIFICATE_PASSWORD, Kind.SECRET, "Certificate password", "", ""),
            SettingField.optional(
                    LOGIN_URL, Kind.URL, "Sign-in address", "Only for national clouds", EntraCloud.GLOBAL.loginUrl()),
            SettingField.optional(
                    GRAPH_URL, Kind.URL, "Graph address", "Only for national clouds", EntraCloud.GLOBAL.graphUrl())));

    private EntraFields() {}
}
