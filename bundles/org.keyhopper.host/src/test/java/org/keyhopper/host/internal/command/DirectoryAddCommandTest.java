package org.keyhopper.host.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.directory.DirectoryAccounts;
import org.keyhopper.rehearsal.station.RehearsalStation;

class DirectoryAddCommandTest {

    private CommandFixture fixture;

    @BeforeEach
    void open() throws IOException {
        fixture = new CommandFixture();
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    private DirectoryAccounts accounts() {
        return fixture.station().directories().accounts();
    }

    private DirectoryAccount stored() {
        return accounts().find(RehearsalStation.DIRECTORY).orElseThrow();
    }

    /** Adds the directory again, with its settings and these. */
    private void addAgain(Map<String, String> changes, String... more) {
        Map<String, String> settings = new HashMap<>(stored().settings().values());
        settings.putAll(changes);
        List<String> arguments =
                new ArrayList<>(List.of("directory", "add", RehearsalStation.DIRECTORY, "--type", "entra"));
        settings.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
        arguments.addAll(List.of(more));
        assertEquals(0, fixture.run(arguments.toArray(String[]::new)), fixture::err);
    }

    private boolean hasSecret() {
        return accounts()
                .secretsOf(stored())
                .get("clientSecret")
                .map(secret -> {
                    secret.close();
                    return true;
                })
                .orElse(false);
    }

    @Test
    void storedSecretStaysInUseAtTheSameAddress() {
        addAgain(Map.of("signIn", "clientSecret"));
        assertTrue(hasSecret());
        assertEquals(0, fixture.run("directory", "test", RehearsalStation.DIRECTORY), fixture::err);
    }

    @Test
    void storedSecretIsNotSentToAnotherAddress() {
        addAgain(Map.of("loginUrl", "http://127.0.0.1:1"));
        assertEquals(false, hasSecret());
        assertTrue(fixture.out().contains("secrets are deleted"), fixture::out);
    }

    @Test
    void secretIsGivenAnewForAnotherAddress() {
        addAgain(Map.of("loginUrl", "http://127.0.0.1:1"), "--secret", "clientSecret=env:PATH");
        try (Secret secret = accounts().secretsOf(stored()).get("clientSecret").orElseThrow()) {
            assertEquals(System.getenv("PATH"), new String(secret.toChars()));
        }
    }
}
