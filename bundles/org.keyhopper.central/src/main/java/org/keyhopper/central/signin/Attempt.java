package org.keyhopper.central.signin;

import java.time.Instant;

/**
 * A sign-in that the identity provider has not answered yet. Its {@code state} is not stored, only a hash of it.
 *
 * @param state hash of the parameter of the same name (RFC 6749 section 10.12)
 * @param browser hash of the cookie of the browser that began it, so that no other one can finish it
 * @param nonce for the ID token (OpenID Connect Core section 3.1.2.1)
 * @param verifier of PKCE (RFC 7636)
 * @param returnTo the path that was asked for
 */
public record Attempt(String state, String browser, String nonce, String verifier, String returnTo, Instant expires) {}
