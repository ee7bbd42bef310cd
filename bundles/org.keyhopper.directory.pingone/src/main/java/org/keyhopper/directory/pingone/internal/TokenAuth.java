package org.keyhopper.directory.pingone.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.keyhopper.api.settings.Settings;

/** How the application shows its secret at the token endpoint. PingOne refuses any other way than the one set there. */
enum TokenAuth {
    BASIC,
    POST;

    String setting() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String[] names() {
        return Arrays.stream(values()).map(TokenAuth::setting).toArray(String[]::new);
    }

    /** Returns the way chosen, or empty when the choice is unknown. */
    static Optional<TokenAuth> of(Settings settings) {
        String chosen = settings.get(PingOneFields.TOKEN_AUTH, BASIC.setting()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(way -> way.setting().equals(chosen))
                .findFirst();
    }
}
