package org.keyhopper.central.server.internal.token;

import java.time.Duration;

/**
 * A verified proof of possession (RFC 9449 section 4.2).
 *
 * @param thumbprint of its key (RFC 7638), base64url
 * @param publicKey as a JWK
 * @param difference between the clock of the caller and that of this computer
 */
public record DpopProof(String thumbprint, String publicKey, Duration difference) {}
