package org.keyhopper.rehearsal.authenticator.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PersonalitiesTest {
    @Test
    void traitsAreAppliedFromLeftToRight() {
        Personality personality = Personalities.parse("self+ids=70+ids=112+slots=3");
        assertEquals(new CredentialRules(AttestationKind.SELF, 112, 3, 8), personality.credentials());
    }

    @Test
    void nameRecreatesThePersonality() {
        Personality personality = Personalities.parse("fido-2.0+short-apdu+pin=1234+foreign=a.example");
        assertEquals(personality, Personalities.parse(personality.name()));
    }

    @Test
    void unknownTraitListsTheKnownOnes() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Personalities.parse("purple"));
        assertTrue(refusal.getMessage().contains("short-apdu"));
    }

    @Test
    void pinIsNotPrinted() {
        assertFalse(Personalities.parse("pin=48151623").delivery().toString().contains("48151623"));
    }
}
