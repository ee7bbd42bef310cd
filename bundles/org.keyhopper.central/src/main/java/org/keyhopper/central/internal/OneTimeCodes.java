package org.keyhopper.central.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.keyhopper.api.settings.Secret;

/** Codes to be typed once, and random values for programs. */
record OneTimeCodes(SecureRandom random) {

    /** Letters and digits that are not mistaken for each other; 32 of them, so that each carries five bits. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int CHARACTERS = 26;
    private static final int GROUP = 5;
    private static final int TOKEN_BYTES = 32;

    /** Returns a code of 130 bits. */
    Secret fresh() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < CHARACTERS; i++) {
            text.append(i > 0 && i % GROUP == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return Secret.of(text);
    }

    /** Returns a value of 256 bits, as base64url. */
    String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The code has 130 bits, so that a plain hash cannot be guessed. */
    static String hash(Secret code) {
        return ManagedCalls.sha256(plain(code));
    }

    /** Returns a code as it is hashed: hyphens and case do not matter. */
    static String plain(Secret code) {
        byte[] text = code.toUtf8();
        try {
            return new String(text, StandardCharsets.UTF_8)
                    .replace("-", "")
                    .strip()
                    .toUpperCase(Locale.ROOT);
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }
}
