package org.keyhopper.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.network.NetworkSettings;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.request.StoreException;

class NetworkFileTest {

    @TempDir
    Path home;

    private StoreContext station;
    private NetworkFile file;

    @BeforeEach
    void open() {
        station = StoreContext.at(home, () -> Optional.of(Secret.of("a passphrase of some length")));
        file = new NetworkFile(station);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private static NetworkSettings settings(Optional<String> user, String... direct) {
        return new NetworkSettings(
                NetworkSettings.Proxy.parse("proxy.example:3128", user, List.of(direct)),
                Optional.of(Path.of("/etc/ssl/contoso.pem")));
    }

    @Test
    void settingsAreReadBack() {
        assertEquals(NetworkSettings.SYSTEM, file.load());
        for (NetworkSettings each : List.of(
                settings(Optional.of("anna"), "a.example", ".b.example"),
                settings(Optional.empty()),
                NetworkSettings.SYSTEM)) {
            file.save(each);
            assertEquals(each, new NetworkFile(station).load());
        }
    }

    @Test
    void passwordIsNotInTheFile() throws IOException {
        file.save(settings(Optional.of("anna")));
        file.secrets().put("anna@proxy.example:3128", Secret.of("geheim"));
        assertEquals(
                Optional.of(Secret.of("geheim")),
                new NetworkFile(station).secrets().get("anna@proxy.example:3128"));
        assertFalse(Files.readString(home.resolve("network.json")).contains("geheim"));
        assertFalse(PrivateFiles.isOpenToOthers(home.resolve("network.json")));
    }

    @Test
    void damagedFileIsReported() throws IOException {
        for (String text : List.of("", "{", "[]", "{\"proxy\":\"no port\"}")) {
            Files.writeString(home.resolve("network.json"), text);
            assertThrows(StoreException.class, file::load, text);
        }
    }
}
