package org.keyhopper.directory.support.webauthn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttestationObjectTest {

    private static final String HASH = "11".repeat(32);
    private static final String AAGUID = "0d0e0a0dbeef4bee8f000123456789ab";
    private static final String KEY = "a5010203262001215820" + "aa".repeat(32) + "225820" + "bb".repeat(32);

    /** Flags, signature counter 7, model, credential id 01 02 03, key, and what follows. */
    private static String data(String flags, String more) {
        return HASH + flags + "00000007" + AAGUID + "0003" + "010203" + KEY + more;
    }

    private static byte[] object(String format, String statement, String data) {
        String length = HexFormat.of().toHexDigits((byte) (data.length() / 2));
        String text = HexFormat.of().formatHex(format.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of()
                .parseHex("a3" + "63666d74" + HexFormat.of().toHexDigits((byte) (0x60 + format.length())) + text
                        + "6761747453746d74" + statement + "686175746844617461" + "58" + length + data);
    }

    @Test
    void readsACredentialWithoutAttestation() {
        AttestationObject read =
                AttestationObject.read(object("none", "a0", data("45", ""))).orElseThrow();
        assertEquals("none", read.format());
        assertFalse(read.certified());
        assertEquals(0x45, read.flags());
        assertEquals(7, read.signCount());
        assertEquals("0d0e0a0d-beef-4bee-8f00-0123456789ab", read.aaguid().toString());
        assertArrayEquals(new byte[] {1, 2, 3}, read.credentialId().toBytes());
        assertEquals(KEY, HexFormat.of().formatHex(read.publicKey()));
        assertEquals(-7, read.algorithm());
    }

    @Test
    void theKeyEndsWhereExtensionsBegin() {
        String extensions = "a16b6372656450726f7465637401";
        AttestationObject read = AttestationObject.read(object("none", "a0", data("c5", extensions)))
                .orElseThrow();
        assertEquals(KEY, HexFormat.of().formatHex(read.publicKey()));
    }

    @Test
    void certificatesAreSeen() {
        String self = "a2" + "63616c67" + "26" + "63736967" + "41" + "00";
        String certified = "a3" + "63616c67" + "26" + "63736967" + "41" + "00" + "63783563" + "81" + "41" + "00";
        assertFalse(AttestationObject.read(object("packed", self, data("45", "")))
                .orElseThrow()
                .certified());
        assertTrue(AttestationObject.read(object("packed", certified, data("45", "")))
                .orElseThrow()
                .certified());
    }

    @Test
    void malformedInputIsEmpty() {
        byte[] good = object("none", "a0", data("45", ""));
        assertEquals(Optional.empty(), AttestationObject.read(new byte[0]));
        assertEquals(Optional.empty(), AttestationObject.read(object("none", "a0", data("05", ""))));
        for (int length = 1; length < good.length; length++) {
            assertEquals(Optional.empty(), AttestationObject.read(Arrays.copyOf(good, length)), "cut to " + length);
        }
    }
}
