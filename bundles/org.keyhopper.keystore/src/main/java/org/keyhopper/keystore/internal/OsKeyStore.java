package org.keyhopper.keystore.internal;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.store.MasterKeySource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Protects the key with the operating system: Secret Service, Windows DPAPI, macOS keychain. Declines to store a key if
 * none of these responds in time, so that the key file is used.
 */
@Component(service = MasterKeySource.class)
public final class OsKeyStore implements MasterKeySource {

    private static final Logger LOGGER = LoggerFactory.getLogger(OsKeyStore.class);
    private static final int BYTES = 32;

    private final Optional<StationKeys> keys;
    private final Duration timeout;

    @Activate
    public OsKeyStore() {
        this(OsProvider.here().map(SecureStorage::new), Duration.ofSeconds(10));
    }

    OsKeyStore(Optional<StationKeys> keys, Duration timeout) {
        this.keys = keys;
        this.timeout = timeout;
    }

    @Override
    public String id() {
        return "os-key-store";
    }

    @Override
    public String description() {
        return "the key store of the operating system";
    }

    @Override
    public Optional<byte[]> create(byte[] station) {
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        // An abandoned call may still read its copy later.
        byte[] copy = key.clone();
        try {
            BoundedCall.within(timeout, () -> {
                keys.get().keep(station, copy);
                Arrays.fill(copy, (byte) 0);
                return null;
            });
            return Optional.of(key);
        } catch (TimeoutException | ExecutionException unusable) {
            LOGGER.info("The key store of the operating system is not used: {}", reason(unusable));
            Arrays.fill(key, (byte) 0);
            return Optional.empty();
        }
    }

    @Override
    public Optional<byte[]> find(byte[] station) {
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        try {
            return BoundedCall.within(timeout, () -> keys.get().find(station));
        } catch (TimeoutException timeoutFailure) {
            throw new StoreException(
                    "The key store of the operating system does not answer. Unlock it and start again.",
                    timeoutFailure);
        } catch (ExecutionException failure) {
            LOGGER.warn("The key store of the operating system failed", failure.getCause());
            throw new StoreException(
                    "The key store of the operating system could not be read. Start from the desktop of the person"
                            + " who set up this station, with the key store unlocked.",
                    failure.getCause());
        }
    }

    private static String reason(Exception unusable) {
        return unusable.getCause() == null
                ? "no response in time"
                : unusable.getCause().toString();
    }
}
