package org.keyhopper.central.server.internal.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.store.CentralDatabase;

/** The key with which Central signs access tokens: the same for all instances, encrypted in the database. */
final class TokenKey {

    private static final String NAME = "token-key";

    private TokenKey() {}

    /** Returns the key; the first instance makes it. */
    static ECKey of(CentralDatabase database) {
        try (Secret secret = database.secret(NAME, TokenKey::fresh)) {
            return ECKey.parse(new String(secret.toChars()));
        } catch (ParseException e) {
            throw new StoreException("The key of the access tokens is damaged.", e);
        }
    }

    private static Secret fresh() {
        try {
            return Secret.of(new ECKeyGenerator(Curve.P_256)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString());
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }
}
