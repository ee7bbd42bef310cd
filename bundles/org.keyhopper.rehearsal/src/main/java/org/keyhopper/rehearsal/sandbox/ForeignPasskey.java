package org.keyhopper.rehearsal.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.UUID;
import org.keyhopper.api.device.CredentialId;

/** A passkey that was registered elsewhere before the sandbox started. Its private key does not exist. */
public final class ForeignPasskey {

    public static final String NAME = "Own key";
    public static final Instant CREATED = Instant.parse("2024-05-06T07:08:09Z");

    private static final UUID MODEL = UUID.fromString("2fc0579f-8113-47ea-b116-bb5a8db9202a");
    private static final int ES256 = -7;
    private static final VerifiedKey KEY = new VerifiedKey(MODEL, true, false, anyKey(), ES256);

    private ForeignPasskey() {}

    /** Returns the same id for the same person every time. */
    public static CredentialId idFor(String userId) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return CredentialId.of(digest.digest(userId.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns its public key, which all foreign passkeys share. */
    public static VerifiedKey key() {
        return KEY;
    }

    private static PublicKey anyKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair().getPublic();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
