package org.keyhopper.directory.pingone.internal;

import java.util.List;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.api.settings.SettingField.Kind;
import org.keyhopper.api.settings.SettingsDescription;

/** The settings of this connector, by name and as a form. */
final class PingOneFields {

    static final String ENVIRONMENT = "environmentId";
    static final String CLIENT_ID = "clientId";
    static final String CLIENT_SECRET = "clientSecret";
    static final String REGION = "region";
    static final String AUTH_URL = "authUrl";
    static final String API_URL = "apiUrl";
    static final String SIGN_IN = "signIn";
    static final String TOKEN_AUTH = "tokenAuth";
    static final String POLICY = "policyId";
    static final String RP_ID = "rpId";
    static final String RP_NAME = "rpName";
    static final String ORIGIN = "origin";
    static final String MFA = "mfa";

    static final String MFA_ASK = "ask";
    static final String MFA_ENABLE = "enable";

    static final SettingsDescription DESCRIPTION = new SettingsDescription(List.of(
            SettingField.required(ENVIRONMENT, Kind.TEXT),
            SettingField.required(CLIENT_ID, Kind.TEXT),
            SettingField.optional(CLIENT_SECRET, Kind.SECRET, ""),
            SettingField.optional(REGION, Kind.CHOICE, "").withChoices(Region.names()),
            SettingField.optional(SIGN_IN, Kind.CHOICE, "").withChoices(SignInMethod.names()),
            SettingField.optional(TOKEN_AUTH, Kind.CHOICE, TokenAuth.BASIC.setting())
                    .withChoices(TokenAuth.names()),
            SettingField.optional(POLICY, Kind.TEXT, ""),
            SettingField.optional(RP_ID, Kind.TEXT, ""),
            SettingField.optional(RP_NAME, Kind.TEXT, ""),
            SettingField.optional(ORIGIN, Kind.URL, ""),
            SettingField.optional(MFA, Kind.CHOICE, MFA_ASK).withChoices(MFA_ASK, MFA_ENABLE),
            SettingField.optional(AUTH_URL, Kind.URL, ""),
            SettingField.optional(API_URL, Kind.URL, "")));

    private PingOneFields() {}
}
