package org.keyhopper.directory.support.webauthn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AccountNameTest {

    @Test
    void aShortNameStaysAsItIs() {
        assertEquals("jo@contoso.com", AccountName.cut("jo@contoso.com"));
        assertEquals("", AccountName.cut(""));
    }

    @Test
    void sixtyFourBytesAreTheMost() {
        assertEquals("a".repeat(64), AccountName.cut("a".repeat(64)));
        assertEquals("a".repeat(64), AccountName.cut("a".repeat(65)));
    }

    @Test
    void charactersStayWhole() {
        assertEquals("ä".repeat(32), AccountName.cut("ä".repeat(33)));
        assertEquals("a" + "ä".repeat(31), AccountName.cut("a" + "ä".repeat(40)));
        String keys = AccountName.cut("a" + "\uD83D\uDD11".repeat(20));
        assertEquals("a" + "\uD83D\uDD11".repeat(15), keys);
        assertEquals(61, keys.getBytes(StandardCharsets.UTF_8).length);
    }
}
