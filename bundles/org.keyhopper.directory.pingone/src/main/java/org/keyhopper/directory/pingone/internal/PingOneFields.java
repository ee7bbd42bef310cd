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
            SettingField.required(ENVIRONMENT, Kind.TEXT, "Environment id", "From the environment's properties"),
            SettingField.required(CLIENT_ID, Kind.TEXT, "Client id", "Client id of the worker application"),
            SettingField.optional(CLIENT_SECRET, Kind.SECRET, "Client secret", "Of the worker application", ""),
            SettingField.optional(
                            REGION, Kind.CHOICE, "Region", "The ending of your PingOne address, such as eu or com", "")
                    .withChoices(Region.names()),
            SettingField.optional(
                            SIGN_IN,
                            Kind.CHOICE,
                            "Sign in with",
                            "Leave empty to use the secret given above, or else the browser. The browser comes back to "
                                    + RedirectAddress.WORDS,
                            "")
                    .withChoices(SignInMethod.names()),
            SettingField.optional(
                            TOKEN_AUTH,
                            Kind.CHOICE,
                            "Token endpoint authentication",
                            "As the application has it: client secret basic or client secret post",
                            TokenAuth.BASIC.setting())
                    .withChoices(TokenAuth.names()),
            SettingField.optional(
                    POLICY, Kind.TEXT, "MFA policy id", "Leave empty for the default policy of the environment", ""),
            SettingField.optional(RP_ID, Kind.TEXT, "Relying party id", "Leave empty to take the policy's", ""),
            SettingField.optional(RP_NAME, Kind.TEXT, "Relying party name", "Only together with its id", ""),
            SettingField.optional(
                    ORIGIN, Kind.URL, "Origin", "Leave empty to derive it from the relying party and sign-in", ""),
            SettingField.optional(
                            MFA,
                            Kind.CHOICE,
                            "People without MFA",
                            "They take no passkey: ask before MFA is switched on for them, or always switch it on",
                            MFA_ASK)
                    .withChoices(MFA_ASK, MFA_ENABLE),
            SettingField.optional(
                    AUTH_URL, Kind.URL, "Sign-in address", "Only for a custom domain: https://your.domain", ""),
            SettingField.optional(API_URL, Kind.URL, "API address", "Only where the region does not tell it", "")));

    private PingOneFields() {}
}
