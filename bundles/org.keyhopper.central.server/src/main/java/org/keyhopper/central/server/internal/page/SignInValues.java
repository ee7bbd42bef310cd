package org.keyhopper.central.server.internal.page;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a sign-in at the provider begins with: random values of 256 bits.
 *
 * @param browser for the cookie of the browser that begins
 */
record SignInValues(String state, String nonce, String verifier, String browser) {

    private static final int RANDOM_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static SignInValues fresh() {
        return new SignInValues(token(), token(), token(), token());
    }

    private static String token() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Without the values, which are secret. */
    @Override
    public String toString() {
        return "SignInValues";
    }
}
