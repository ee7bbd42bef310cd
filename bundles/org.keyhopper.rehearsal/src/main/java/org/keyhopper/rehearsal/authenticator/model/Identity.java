package org.keyhopper.rehearsal.authenticator.model;

import java.util.HexFormat;
import java.util.UUID;

/**
 * What a device reports about its model.
 *
 * @param aaguid the model identifier in getInfo and in every attestation
 * @param firmware getInfo key 0x0E
 * @param atr answer to reset, upper-case hexadecimal
 */
public record Identity(UUID aaguid, int firmware, String atr) {
    /** The answer to reset as bytes. */
    public byte[] atrBytes() {
        return HexFormat.of().parseHex(atr);
    }
}
