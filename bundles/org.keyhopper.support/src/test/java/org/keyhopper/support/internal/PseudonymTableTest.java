package org.keyhopper.support.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PseudonymTableTest {

    private final PseudonymTable people = new PseudonymTable(new byte[] {1, 2, 3});

    /** One in forty hexadecimal codes consisted only of digits, and was taken for a PIN. */
    @Test
    void codeIsNeverTakenForAPin() {
        for (int i = 0; i < 1000; i++) {
            String code = people.code("person", "user" + i);
            assertTrue(code.matches("person-[a-p]{8}"), code);
        }
    }

    @Test
    void codesDifferBetweenStations() {
        assertEquals(people.code("person", "anna@contoso.example"), people.code("person", " Anna@contoso.example"));
        assertNotEquals(
                people.code("person", "anna@contoso.example"),
                new PseudonymTable(new byte[] {4}).code("person", "anna@contoso.example"));
    }
}
