package org.keyhopper.directory.pingone.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.SettingFault;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.directory.support.json.Guid;
import org.keyhopper.directory.support.oauth.StoredSecret;

/**
 * The settings, read and found good.
 *
 * @param mayEnableMfa whether MFA may be switched on without asking
 */
record PingOneSettings(
        String clientId,
        SignInMethod signIn,
        TokenAuth tokenAuth,
        Addresses addresses,
        PasskeySettings passkeySettings,
        boolean mayEnableMfa) {

    /** Returns everything wrong with the settings. */
    static List<Problem> check(Settings settings, Secrets secrets) {
        List<Problem> problems = new ArrayList<>();
        environment(settings).ifPresent(problems::add);
        if (settings.get(PingOneFields.CLIENT_ID).isEmpty()) {
            problems.add(SettingFault.MISSING.of(PingOneFields.CLIENT_ID));
        }
        Optional<SignInMethod> signIn = SignInMethod.of(settings, secrets);
        if (signIn.isEmpty()) {
            problems.add(SettingFault.NOT_A_CHOICE.of(PingOneFields.SIGN_IN));
        }
        if (signIn.filter(SignInMethod.CLIENT_SECRET::equals).isPresent()
                && !StoredSecret.isFilled(secrets, PingOneFields.CLIENT_SECRET)) {
            problems.add(SettingFault.MISSING.of(PingOneFields.CLIENT_SECRET));
        }
        if (TokenAuth.of(settings).isEmpty()) {
            problems.add(SettingFault.NOT_A_CHOICE.of(PingOneFields.TOKEN_AUTH));
        }
        if (!List.of(PingOneFields.MFA_ASK, PingOneFields.MFA_ENABLE).contains(mfa(settings))) {
            problems.add(SettingFault.NOT_A_CHOICE.of(PingOneFields.MFA));
        }
        Addresses.read(settings).failure().ifPresent(problems::add);
        problems.addAll(PasskeySettings.read(settings).check());
        return List.copyOf(problems);
    }

    /** Reads the settings, or fails with the first thing wrong. */
    static Answer<PingOneSettings> read(Settings settings, Secrets secrets) {
        List<Problem> problems = check(settings, secrets);
        if (!problems.isEmpty()) {
            return Answer.failed(problems.getFirst());
        }
        return Addresses.read(settings)
                .map(addresses -> new PingOneSettings(
                        settings.get(PingOneFields.CLIENT_ID, ""),
                        SignInMethod.of(settings, secrets).orElseThrow(),
                        TokenAuth.of(settings).orElseThrow(),
                        addresses,
                        PasskeySettings.read(settings),
                        mfa(settings).equals(PingOneFields.MFA_ENABLE)));
    }

    private static Optional<Problem> environment(Settings settings) {
        Optional<String> id = settings.get(PingOneFields.ENVIRONMENT);
        if (id.isEmpty()) {
            return Optional.of(SettingFault.MISSING.of(PingOneFields.ENVIRONMENT));
        }
        return Guid.isGuid(id.get())
                ? Optional.empty()
                : Optional.of(SettingFault.NOT_AN_ID.of(PingOneFields.ENVIRONMENT));
    }

    private static String mfa(Settings settings) {
        return settings.get(PingOneFields.MFA, PingOneFields.MFA_ASK);
    }
}
