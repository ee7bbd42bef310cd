package org.keyhopper.keystore.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.keyhopper.core.request.StoreException;

class OsKeyStoreTest {

    private static final byte[] STATION = {1, 2, 3};
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void storedKeyIsFound() {
        OsKeyStore store = new OsKeyStore(Optional.of(new KeysInMemory()), LONG);
        byte[] key = store.create(STATION).orElseThrow();
        assertEquals(32, key.length);
        assertArrayEquals(key, store.find(STATION).orElseThrow());
        assertTrue(store.find(new byte[] {9}).isEmpty());
    }

    @Test
    void declinesWithoutKeyStore() {
        OsKeyStore store = new OsKeyStore(Optional.empty(), LONG);
        assertTrue(store.create(STATION).isEmpty());
        assertTrue(store.find(STATION).isEmpty());
    }

    @Test
    void refusingKeyStoreIsDeclinedButReportedOnRead() {
        OsKeyStore store = new OsKeyStore(Optional.of(new RefusingKeys()), LONG);
        assertTrue(store.create(STATION).isEmpty());
        assertThrows(StoreException.class, () -> store.find(STATION));
    }

    @Test
    void keyStoreWaitingForTheUserTimesOut() {
        OsKeyStore store = new OsKeyStore(Optional.of(new LockedKeys()), SHORT);
        assertTrue(store.create(STATION).isEmpty());
        StoreException refusal = assertThrows(StoreException.class, () -> store.find(STATION));
        assertTrue(refusal.getMessage().contains("Unlock it"), refusal.getMessage());
    }

    @Test
    void linuxRequiresASessionBus() {
        assertTrue(OsProvider.of("Linux", Map.of()).isEmpty());
        assertTrue(OsProvider.of("Linux", Map.of("XDG_RUNTIME_DIR", "/no/such/folder"))
                .isEmpty());
        assertTrue(OsProvider.of("Linux", Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/bus"))
                .isPresent());
        assertTrue(OsProvider.of("Windows 11", Map.of()).isPresent());
        assertTrue(OsProvider.of("FreeBSD", Map.of()).isEmpty());
    }

    private static final class KeysInMemory implements StationKeys {

        private final Map<String, byte[]> kept = new HashMap<>();

        @Override
        public void keep(byte[] station, byte[] key) {
            kept.put(HexFormat.of().formatHex(station), key.clone());
        }

        @Override
        public Optional<byte[]> find(byte[] station) {
            return Optional.ofNullable(kept.get(HexFormat.of().formatHex(station)));
        }
    }

    /** Fails like Equinox without the Secret Service library. */
    private static final class RefusingKeys implements StationKeys {

        @Override
        public void keep(byte[] station, byte[] key) {
            throw new UnsatisfiedLinkError("secret-1");
        }

        @Override
        public Optional<byte[]> find(byte[] station) {
            throw new UnsatisfiedLinkError("secret-1");
        }
    }

    private static final class LockedKeys implements StationKeys {

        private final CountDownLatch never = new CountDownLatch(1);

        @Override
        public void keep(byte[] station, byte[] key) throws InterruptedException {
            never.await();
        }

        @Override
        public Optional<byte[]> find(byte[] station) throws InterruptedException {
            never.await();
            return Optional.empty();
        }
    }
}
