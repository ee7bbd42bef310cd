package org.keyhopper.central.server.internal.page;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import org.keyhopper.central.server.internal.signin.Cookies;
import org.keyhopper.central.signin.SignIns;

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

    /**
     * Begins an attempt, and sends the browser to the provider.
     *
     * @param address of the provider, for these values
     */
    Response redirect(SignIns signIns, URI address, String returnTo) {
        signIns.begin(state, browser, nonce, verifier, returnTo);
        return Response.seeOther(address)
                .header(HttpHeaders.SET_COOKIE, Cookies.set(Cookies.SIGN_IN, browser, SignIns.ATTEMPT_LIFE))
                .build();
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
