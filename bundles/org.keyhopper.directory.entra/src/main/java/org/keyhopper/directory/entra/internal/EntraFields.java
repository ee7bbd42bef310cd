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
            SettingField.required(TENANT, Kind.TEXT),
            SettingField.required(CLIENT_ID, Kind.TEXT),
            SettingField.optional(SIGN_IN, Kind.CHOICE, "").withChoices(SignInMethod.names()),
            SettingField.optional(CLIENT_SECRET, Kind.SECRET, ""),
            SettingField.optional(CERTIFICATE, Kind.FILE, ""),
            SettingField.optional(CERTIFICATE_PASSWORD, Kind.SECRET, ""),
            SettingField.optional(LOGIN_URL, Kind.URL, EntraCloud.GLOBAL.loginUrl()),
            SettingField.optional(GRAPH_URL, Kind.URL, EntraCloud.GLOBAL.graphUrl())));

    private EntraFields() {}
}
