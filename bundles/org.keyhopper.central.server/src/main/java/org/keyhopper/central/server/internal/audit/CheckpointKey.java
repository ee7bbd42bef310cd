package org.keyhopper.central.server.internal.audit;

import com.google.gson.JsonParseException;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.util.Optional;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.store.CentralDatabase;

/**
 * Signs checkpoints as compact JWS (RFC 7515) with ES256. The key is made for this alone and is in the database, encrypted
 * with the master key, which the database administrator does not have.
 */
public final class CheckpointKey {

    private static final String NAME = "checkpoint-key";
    private static final JOSEObjectType TYPE = new JOSEObjectType("keyhopper-checkpoint");

    private final ECKey key;

    private CheckpointKey(ECKey key) {
        this.key = key;
    }

    /** Returns the key; the first instance makes it. */
    public static CheckpointKey of(CentralDatabase database) {
        try (Secret secret = database.secret(NAME, CheckpointKey::fresh)) {
            return new CheckpointKey(ECKey.parse(new String(secret.toChars())));
        } catch (ParseException e) {
            throw new StoreException("The key of the checkpoints is damaged.", e);
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

    /** Returns the public key as a JWK, to be kept where it can be compared. */
    public String publicKey() {
        return key.toPublicJWK().toJSONString();
    }

    /** Returns the checkpoint with its signature, on one line. */
    public String sign(Checkpoint checkpoint) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(TYPE)
                .keyID(key.getKeyID())
                .build();
        JWSObject signed = new JWSObject(header, new Payload(checkpoint.json()));
        try {
            signed.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The checkpoint could not be signed.", e);
        }
        return signed.serialize();
    }

    /** Returns the checkpoint of a line; empty if it was not signed with this key. */
    public Optional<Checkpoint> verify(String line) {
        try {
            JWSObject signed = JWSObject.parse(line);
            boolean valid = JWSAlgorithm.ES256.equals(signed.getHeader().getAlgorithm())
                    && TYPE.equals(signed.getHeader().getType())
                    && signed.verify(new ECDSAVerifier(key.toECPublicKey()));
            return valid ? Optional.of(Checkpoint.parse(signed.getPayload().toString())) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException | JsonParseException e) {
            return Optional.empty();
        }
    }
}
