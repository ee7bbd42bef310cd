package org.keyhopper.directory.entra.internal;

import java.util.Arrays;
import java.util.Optional;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.directory.support.oauth.StoredSecret;

/** The ways of signing in, by the value of the setting. */
enum SignInMethod {
    CLIENT_SECRET("clientSecret"),
    CERTIFICATE("certificate"),
    BROWSER("browser"),
    DEVICE_CODE("deviceCode");

    private final String setting;

    SignInMethod(String setting) {
        this.setting = setting;
    }

    static String[] names() {
        return Arrays.stream(values()).map(way -> way.setting).toArray(String[]::new);
    }

    /** Returns whether the application signs in by itself, with no person behind it. */
    boolean isAppOnly() {
        return this == CLIENT_SECRET || this == CERTIFICATE;
    }

    /** Returns the way chosen, or the one that what was filled in suggests; empty when the choice is unknown. */
    static Optional<SignInMethod> of(Settings settings, Secrets secrets) {
        Optional<String> chosen = settings.get(EntraFields.SIGN_IN);
        if (chosen.isPresent()) {
            return Arrays.stream(values())
                    .filter(way -> way.setting.equals(chosen.get()))
                    .findFirst();
        }
        if (settings.get(EntraFields.CERTIFICATE).isPresent()) {
            return Optional.of(CERTIFICATE);
        }
        return Optional.of(hasSecret(secrets) ? CLIENT_SECRET : BROWSER);
    }

    static boolean hasSecret(Secrets secrets) {
        return StoredSecret.isFilled(secrets, EntraFields.CLIENT_SECRET);
    }
}
