package org.keyhopper.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.settings.Secret;

/** The key of a station with nothing to do is not in memory. */
class SecretCipherTest {

    private static final Secret SECRET = Secret.of("correct-horse-482913");
    private static final AssociatedData PLACE = new AssociatedData("test");

    @TempDir
    Path home;

    @Test
    void keyIsForgottenWhenIdleAndLoadedAgain() throws InterruptedException {
        try (StoreContext station = StoreContext.at(home, Optional::empty)) {
            SecretCipher cipher = new SecretCipher(station.masterKey(), Optional.of(Duration.ofMillis(50)));
            String sealed = cipher.seal(PLACE, SECRET);
            assertForgotten(cipher);
            assertEquals(SECRET, cipher.open(PLACE, sealed));
            assertForgotten(cipher);
        }
    }

    private static void assertForgotten(SecretCipher cipher) throws InterruptedException {
        for (int i = 0; i < 500 && cipher.isLoaded(); i++) {
            Thread.sleep(20);
        }
        assertFalse(cipher.isLoaded(), "the key is still in memory");
    }

    @Test
    void keyInUseIsKept() throws InterruptedException {
        try (StoreContext station = StoreContext.at(home, Optional::empty)) {
            SecretCipher cipher = new SecretCipher(station.masterKey(), Optional.of(Duration.ofSeconds(30)));
            cipher.seal(PLACE, SECRET);
            Thread.sleep(100);
            assertTrue(cipher.isLoaded());
        }
    }

    @Test
    void keyOfCentralIsKept() throws InterruptedException {
        try (StoreContext station = StoreContext.at(home, Optional::empty)) {
            SecretCipher cipher = new SecretCipher(station.masterKey(), Optional.empty());
            cipher.seal(PLACE, SECRET);
            Thread.sleep(100);
            assertTrue(cipher.isLoaded());
        }
    }
}
