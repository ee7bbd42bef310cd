package org.keyhopper.central.server.internal.signin;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.signin.PasswordHash;

/** Argon2id (RFC 9106) with 64 MiB, three passes and one lane. One hash at a time, since each takes that memory. */
public final class Argon2Hash implements PasswordHash {

    private static final int KIBIBYTES = 64 * 1024;
    private static final int PASSES = 3;
    private static final int BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final String PREFIX = "argon2id-64m-3:";

    private final SecureRandom random = new SecureRandom();

    @Override
    public String hash(Secret password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder text = Base64.getEncoder();
        return PREFIX + text.encodeToString(salt) + ":" + text.encodeToString(derived(password, salt));
    }

    @Override
    public boolean matches(Secret password, String hash) {
        if (!hash.startsWith(PREFIX)) {
            return false;
        }
        String[] parts = hash.substring(PREFIX.length()).split(":");
        byte[] salt = Base64.getDecoder().decode(parts[0]);
        return MessageDigest.isEqual(
                derived(password, salt), Base64.getDecoder().decode(parts[1]));
    }

    private synchronized byte[] derived(Secret password, byte[] salt) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(salt)
                .withMemoryAsKB(KIBIBYTES)
                .withIterations(PASSES)
                .withParallelism(1)
                .build());
        byte[] text = password.toUtf8();
        byte[] derived = new byte[BYTES];
        generator.generateBytes(text, derived);
        Arrays.fill(text, (byte) 0);
        return derived;
    }
}
