package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.server.internal.check.Check;
import org.keyhopper.central.server.internal.check.Check.Finding;
import org.keyhopper.central.server.internal.check.Check.Level;
import org.keyhopper.central.server.internal.config.Configuration;
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
}
