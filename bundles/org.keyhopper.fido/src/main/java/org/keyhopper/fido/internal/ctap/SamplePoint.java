package org.keyhopper.fido.internal.ctap;

import java.util.HexFormat;

/** The generator of P-256 (FIPS 186-4, D.1.2.3), used as a valid public key for warm-up. */
public final class SamplePoint {

    public static final byte[] X =
            HexFormat.of().parseHex("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296");

    public static final byte[] Y =
            HexFormat.of().parseHex("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5");

    private SamplePoint() {}
}
