package org.keyhopper.central.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.server.internal.config.PickUpSettings;
import org.keyhopper.central.server.internal.config.SecretSource;
import org.keyhopper.central.server.internal.config.SmtpServer;
import org.keyhopper.escrow.NewEscrowKey;

/** Settings of a Central at which people pick up PINs, with a key and a mail server that is not there. */
final class PickUpSandbox {

    static final String KEY = "pickup.p12";
    static final String PASSWORD = "the key of the pick-up";

    /** The file of the key, made once for all tests: that takes seconds. */
    private static byte[] key;

    private PickUpSandbox() {}

    static PickUpSettings in(Path folder) throws IOException {
        Path password = folder.resolve("pickup-password");
        Files.writeString(password, PASSWORD + "\n");
        writeKey(folder.resolve(KEY));
        return new PickUpSettings(
                folder.resolve(KEY),
                new SecretSource(Optional.of(password), ""),
                Duration.ofHours(1),
                new PickUpSettings.Proof("preferred_username", Set.of(), Set.of("otp")),
                "Service desk",
                Locale.ENGLISH,
                Optional.empty(),
                // Nothing listens there.
                new SmtpServer("127.0.0.1", 1, SmtpServer.Security.PLAIN, Optional.empty(), "keys@example.org"));
    }

    private static synchronized void writeKey(Path file) throws IOException {
        if (key != null) {
            Files.write(file, key);
            return;
        }
        try (Secret secret = Secret.of(PASSWORD)) {
            NewEscrowKey.create("pick-up", Instant.now(), file, secret);
        }
        key = Files.readAllBytes(file);
    }
}
