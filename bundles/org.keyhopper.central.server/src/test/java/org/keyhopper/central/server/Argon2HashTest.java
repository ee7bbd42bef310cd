package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.server.internal.signin.Argon2Hash;

class Argon2HashTest {

    @Test
    void onlyTheSamePasswordMatches() {
        Argon2Hash hash = new Argon2Hash();
        try (Secret password = Secret.of("password");
                Secret other = Secret.of("passwort")) {
            String stored = hash.hash(password);
            assertTrue(hash.matches(password, stored));
            assertFalse(hash.matches(other, stored));
            assertNotEquals(stored, hash.hash(password), "another salt");
            assertEquals(List.of(false, false), List.of(hash.matches(password, ""), hash.matches(password, "x:y")));
        }
    }
}
