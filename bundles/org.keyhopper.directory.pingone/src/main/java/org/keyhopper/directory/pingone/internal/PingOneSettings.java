package org.keyhopper.directory.pingone.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
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
        SignInWay signIn,
        TokenAuth tokenAuth,
        Addresses addresses,
        PasskeyWishes wishes,
        boolean mayEnableMfa) {

    /** Returns everything wrong with the settings. */
    static List<Problem> check(Settings settings, Secrets secrets) {
        List<Problem> problems = new ArrayList<>();
        environment(settings).ifPresent(problems::add);
        if (settings.get(PingOneFields.CLIENT_ID).isEmpty()) {
            problems.add(bad(PingOneFields.CLIENT_ID, "is missing"));
        }
        Optional<SignInWay> signIn = SignInWay.of(settings, secrets);
        if (signIn.isEmpty()) {
            problems.add(bad(PingOneFields.SIGN_IN, "is not one of the choices"));
        }
        if (signIn.filter(SignInWay.CLIENT_SECRET::equals).isPresent()
                && !StoredSecret.isFilled(secrets, PingOneFields.CLIENT_SECRET)) {
            problems.add(bad(PingOneFields.CLIENT_SECRET, "is missing"));
        }
        if (TokenAuth.of(settings).isEmpty()) {
            problems.add(bad(PingOneFields.TOKEN_AUTH, "is neither basic nor post"));
        }
        if (!List.of(PingOneFields.MFA_ASK, PingOneFields.MFA_ENABLE).contains(mfa(settings))) {
            problems.add(bad(PingOneFields.MFA, "is neither ask nor enable"));
        }
        Addresses.read(settings).trouble().ifPresent(problems::add);
        problems.addAll(PasskeyWishes.read(settings).check());
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
                        SignInWay.of(settings, secrets).orElseThrow(),
                        TokenAuth.of(settings).orElseThrow(),
                        addresses,
                        PasskeyWishes.read(settings),
                        mfa(settings).equals(PingOneFields.MFA_ENABLE)));
    }

    private static Optional<Problem> environment(Settings settings) {
        Optional<String> id = settings.get(PingOneFields.ENVIRONMENT);
        if (id.isEmpty()) {
            return Optional.of(bad(PingOneFields.ENVIRONMENT, "is missing"));
        }
        return Guid.isGuid(id.get())
                ? Optional.empty()
                : Optional.of(bad(PingOneFields.ENVIRONMENT, "is not an id (8-4-4-4-12 hex digits)"));
    }

    private static String mfa(Settings settings) {
        return settings.get(PingOneFields.MFA, PingOneFields.MFA_ASK);
    }

    private static Problem bad(String key, String words) {
        return Problem.of(DirectoryProblem.BAD_SETTING, key, words);
    }
}
