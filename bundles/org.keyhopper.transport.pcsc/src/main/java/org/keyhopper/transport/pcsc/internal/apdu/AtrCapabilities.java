package org.keyhopper.transport.pcsc.internal.apdu;

import java.util.Arrays;

/** The capabilities in an ATR (ISO 7816-3 section 8.2, ISO 7816-4 section 12.1.1; PC/SC part 3 section 3.1.3.2.3). */
public final class AtrCapabilities {

    private static final int CARD_CAPABILITIES = 0x70;
    private static final int EXTENDED_LENGTH = 0x40;
    private static final int COMPACT_TLV = 0x80;
    private static final int COMPACT_TLV_AND_STATUS = 0x00;

    private AtrCapabilities() {}

    /** Returns whether the card claims support for extended Lc and Le fields. */
    public static boolean extendedLength(byte[] atr) {
        byte[] historical = historicalBytes(atr);
        return historical.length > 1 && isCompactTlv(historical[0]) && claimsExtendedLength(historical);
    }

    /** Returns whether the reader constructed this ATR for a contactless card: 3B 8n 80 01 … */
    public static boolean contactless(byte[] atr) {
        return atr.length > 4 && atr[0] == 0x3B && (atr[1] & 0xF0) == 0x80 && atr[2] == (byte) 0x80 && atr[3] == 0x01;
    }

    private static boolean isCompactTlv(byte category) {
        int value = Byte.toUnsignedInt(category);
        return value == COMPACT_TLV || value == COMPACT_TLV_AND_STATUS;
    }

    private static boolean claimsExtendedLength(byte[] historical) {
        for (int at = 1; at < historical.length; at += 1 + (historical[at] & 0x0F)) {
            boolean capabilities = (historical[at] & 0xF0) == CARD_CAPABILITIES && (historical[at] & 0x0F) >= 3;
            if (capabilities && at + 3 < historical.length) {
                return (historical[at + 3] & EXTENDED_LENGTH) != 0;
            }
        }
        return false;
    }

    private static byte[] historicalBytes(byte[] atr) {
        if (atr.length < 2) {
            return new byte[0];
        }
        int count = atr[1] & 0x0F;
        int at = 2;
        int interfaceBytes = atr[1];
        while ((interfaceBytes & 0x80) != 0 && at < atr.length) {
            at += Integer.bitCount(interfaceBytes & 0x70);
            interfaceBytes = at < atr.length ? atr[at++] : 0;
        }
        at += Integer.bitCount(interfaceBytes & 0x70);
        return at > atr.length ? new byte[0] : Arrays.copyOfRange(atr, at, Math.min(atr.length, at + count));
    }
}
