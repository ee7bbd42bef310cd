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
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keyhopper.central.server.internal.SigningKey;
import org.keyhopper.store.CentralDatabase;

/**
 * Signs checkpoints as compact JWS (RFC 7515) with ES256. The key is used for nothing else.
 */
public final class CheckpointKey {

    private static final String NAME = "checkpoint-key";
    private static final JOSEObjectType TYPE = new JOSEObjectType("keyhopper-checkpoint");

    /** A compact JWS up to somewhere before the last of the 86 characters that a signature with ES256 has. */
    private static final Pattern UNSIGNED = Pattern.compile("[\\w-]+\\.[\\w-]*(\\.[\\w-]{0,85})?");

    private final ECKey key;

    private CheckpointKey(ECKey key) {
        this.key = key;
    }

    /** Returns the key; the first instance generates it. */
    public static CheckpointKey of(CentralDatabase database) {
        return new CheckpointKey(SigningKey.of(database, NAME));
    }

    /** Returns the public key as a JWK, to be kept where it can be compared. */
    public String publicKey() {
        return key.toPublicJWK().toJSONString();
    }

    private JWSHeader header() {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(TYPE)
                .keyID(key.getKeyID())
                .build();
    }

    /** Returns the checkpoint with its signature, on one line. */
    public String sign(Checkpoint checkpoint) {
        JWSObject signed = new JWSObject(header(), new Payload(checkpoint.json()));
        try {
            signed.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The checkpoint could not be signed.", e);
        }
        return signed.serialize();
    }

    /**
     * Returns whether a line is the beginning of a checkpoint of this key, as a full disk or the end of the process leaves it.
     * A line with a whole signature is not, whatever it says.
     */
    boolean isCutOff(String line) {
        String header = header().toBase64URL() + ".";
        if (line.length() < header.length()) {
            return !line.isEmpty() && header.startsWith(line);
        }
        return line.startsWith(header) && UNSIGNED.matcher(line).matches();
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
