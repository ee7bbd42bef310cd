package org.keyhopper.central.server.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.store.CentralDatabase;

/**
 * The P-256 keys with which Central signs: the same for all instances, in the database, encrypted with the master key,
 * which the database administrator does not have.
 */
public final class SigningKey {

    private SigningKey() {}

    /**
     * Returns the key of this name; the first instance generates it.
     *
     * @throws StoreException if what is stored is not a key
     */
    public static ECKey of(CentralDatabase database, String name) {
        try (Secret secret = database.secret(name, SigningKey::generated)) {
            return ECKey.parse(new String(secret.toChars()));
        } catch (ParseException e) {
            throw new StoreException("The signing key " + name + " is damaged.", e);
        }
    }

    private static Secret generated() {
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
