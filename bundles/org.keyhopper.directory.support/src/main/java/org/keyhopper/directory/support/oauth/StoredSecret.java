package org.keyhopper.directory.support.oauth;

import java.util.Optional;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Secrets;

/** A secret among those of a directory. */
public final class StoredSecret {

    private StoredSecret() {}

    public static boolean isFilled(Secrets secrets, String key) {
        Optional<Secret> secret = secrets.get(key);
        boolean filled = secret.filter(value -> !value.isEmpty()).isPresent();
        secret.ifPresent(Secret::close);
        return filled;
    }

    /** Returns a copy which the caller closes; an empty secret when there is none. */
    public static Secret orEmpty(Secrets secrets, String key) {
        return secrets.get(key).orElseGet(() -> Secret.of(""));
    }
}
