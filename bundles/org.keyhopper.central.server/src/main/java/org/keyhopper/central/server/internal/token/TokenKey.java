package org.keyhopper.central.server.internal.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.util.Optional;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.core.request.StoreException;

/** The key with which Central signs access tokens: the same for all instances, encrypted in the database. */
final class TokenKey {

    private static final String NAME = "token-key";

    private TokenKey() {}

    /** Returns the key; the first instance makes it. */
    static ECKey of(Secrets secrets) {
        Optional<Secret> stored = secrets.get(NAME);
        if (stored.isEmpty()) {
            make(secrets);
            stored = secrets.get(NAME);
        }
        try (Secret secret = stored.orElseThrow()) {
            return ECKey.parse(new String(secret.toChars()));
        } catch (ParseException e) {
            throw new StoreException("The key of the access tokens is damaged.", e);
        }
    }

    private static void make(Secrets secrets) {
        try (Secret secret = Secret.of(new ECKeyGenerator(Curve.P_256)
                .keyIDFromThumbprint(true)
                .generate()
                .toJSONString())) {
            secrets.put(NAME, secret);
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }
}
