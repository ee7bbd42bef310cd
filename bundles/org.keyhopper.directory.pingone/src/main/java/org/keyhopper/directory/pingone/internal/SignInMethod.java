package org.keyhopper.directory.pingone.internal;

import java.util.Arrays;
import java.util.Optional;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.directory.support.oauth.StoredSecret;

/** Who signs in, by the value of the setting. */
enum SignInMethod {
    CLIENT_SECRET("clientSecret"),
    BROWSER("browser");

    private final String setting;

    SignInMethod(String setting) {
        this.setting = setting;
    }

    static String[] names() {
        return Arrays.stream(values()).map(way -> way.setting).toArray(String[]::new);
    }

    /** Returns the way chosen, or the one that the secret suggests; empty when the choice is unknown. */
    static Optional<SignInMethod> of(Settings settings, Secrets secrets) {
        Optional<String> chosen = settings.get(PingOneFields.SIGN_IN);
        if (chosen.isPresent()) {
            return Arrays.stream(values())
                    .filter(way -> way.setting.equals(chosen.get()))
                    .findFirst();
        }
        boolean hasSecret = StoredSecret.isFilled(secrets, PingOneFields.CLIENT_SECRET);
        return Optional.of(hasSecret ? CLIENT_SECRET : BROWSER);
    }
}
