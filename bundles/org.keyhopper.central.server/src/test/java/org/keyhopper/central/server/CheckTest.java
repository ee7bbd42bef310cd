package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.server.internal.check.Check;
import org.keyhopper.central.server.internal.check.Check.Finding;
import org.keyhopper.central.server.internal.check.Check.Level;
import org.keyhopper.central.server.internal.config.Configuration;
import org.keyhopper.central.server.internal.config.PickUpSettings;
import org.keyhopper.central.server.internal.config.SecretSource;
import org.keyhopper.central.server.internal.config.SmtpServer;
import org.keyhopper.escrow.NewEscrowKey;
import org.keyhopper.store.CentralDatabase;

class CheckTest {

    @TempDir
    Path folder;

    private Configuration configuration() {
        return new Configuration(
                folder.resolve("data"),
                Optional.empty(),
                "127.0.0.1",
                8443,
                URI.create("https://central.example:8443"),
                Optional.empty());
    }

    private List<Finding> findings() {
        return new Check(configuration(), List::of).everything();
    }

    @Test
    void nothingIsMadeByChecking() {
        assertEquals(
                List.of(Level.OK, Level.OK),
                findings().stream().map(Finding::level).toList());
        assertFalse(Files.exists(folder.resolve("data")));
    }

    @Test
    void databaseAndKeyAreTried() throws Exception {
        try (CentralDatabase database = CentralDatabase.open(folder.resolve("data"), Optional.empty())) {
            database.secret("a", () -> Secret.of("x")).close();
        }
        assertTrue(findings().stream().allMatch(it -> it.level() == Level.OK), findings()::toString);
        Path key = folder.resolve("data/station.key");
        Files.write(key, new byte[32]);
        Finding wrong = findings().getLast();
        assertEquals(Level.ERROR, wrong.level());
        assertTrue(wrong.text().contains("not the right one"), wrong::toString);
        Files.delete(key);
        Finding missing = findings().getLast();
        assertEquals(Level.ERROR, missing.level());
        assertTrue(missing.text().contains("missing"), missing::toString);
    }

    private List<Finding> findings(String password, String mode) throws Exception {
        Files.writeString(folder.resolve("password"), password);
        Files.setPosixFilePermissions(folder.resolve("password"), PosixFilePermissions.fromString(mode));
        PickUpSettings pickUp = new PickUpSettings(
                folder.resolve("pickup.p12"),
                new SecretSource(Optional.of(folder.resolve("password")), ""),
                Duration.ofHours(1),
                new PickUpSettings.Proof("preferred_username", Set.of(), Set.of("otp")),
                "desk",
                Locale.ENGLISH,
                Optional.empty(),
                // Nothing listens there.
                new SmtpServer("127.0.0.1", 1, SmtpServer.Security.TLS, Optional.empty(), "keys@example.org"));
        Configuration plain = configuration();
        Configuration with = new Configuration(
                plain.data(),
                plain.database(),
                plain.host(),
                plain.port(),
                plain.publicUrl(),
                plain.tls(),
                plain.operation(),
                plain.records(),
                plain.signIn(),
                Optional.of(pickUp));
        return new Check(with, List::of)
                .everything().stream()
                        .filter(it ->
                                it.subject().contains("pickup") || it.subject().contains("smtp"))
                        .toList();
    }

    @Test
    void keyAndMailServerOfPickUpAreTried() throws Exception {
        try (Secret password = Secret.of("a long password")) {
            NewEscrowKey.create("pick-up", Instant.now(), folder.resolve("pickup.p12"), password);
        }
        List<Finding> right = findings("a long password\n", "rw-------");
        assertEquals(
                List.of(Level.OK, Level.ERROR),
                right.stream().map(Finding::level).toList(),
                right::toString);
        assertTrue(right.getLast().text().contains("127.0.0.1:1 takes no mail"), right::toString);
        List<Finding> wrong = findings("another one", "rw-------");
        assertEquals(Level.ERROR, wrong.getFirst().level(), wrong::toString);
        assertFalse(wrong.toString().contains("another one"), wrong::toString);
        List<Finding> open = findings("a long password", "rw-r--r--");
        assertEquals(Level.WARNING, open.getFirst().level(), open::toString);
    }
}
