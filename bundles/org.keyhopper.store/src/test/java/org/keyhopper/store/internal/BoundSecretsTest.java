package org.keyhopper.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.store.Samples;
import org.keyhopper.store.StationStore;

/** Secrets of a directory whose settings were changed in the database. */
class BoundSecretsTest {

    private static final Secret SECRET = Secret.of("correct-horse-482913");
    private static final DirectoryAccount ENTRA = new DirectoryAccount(
            "contoso", "entra", new Settings(Map.of("tenant", "contoso", "loginUrl", "https://login.example")));

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "settings = replace(settings, 'login.example', 'evil.example')",
                "settings = '{}'",
                "settings = replace(settings, 'loginUrl', 'graphUrl')",
                "type = 'pingone'"
            })
    void secretIsBoundToTypeAndAddressOfItsDirectory(String change) throws SQLException {
        try (StationStore store = StationStore.open(home)) {
            store.accounts().put(ENTRA);
            store.accounts().secretsOf(ENTRA).put("clientSecret", SECRET);
            assertEquals(
                    Optional.of(SECRET),
                    store.accounts().secretsOf(found(store)).get("clientSecret"));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("station.db"));
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate("UPDATE directory_account SET " + change));
        }
        try (StationStore store = StationStore.open(home)) {
            StoreException refusal = assertThrows(StoreException.class, () -> found(store));
            assertTrue(refusal.getMessage().contains("settings of directory contoso"), refusal.getMessage());
            for (DirectoryAccount other : List.of(
                    new DirectoryAccount("contoso", "pingone", ENTRA.settings()),
                    new DirectoryAccount(
                            "contoso", "entra", new Settings(Map.of("loginUrl", "https://evil.example"))))) {
                refusal = assertThrows(
                        StoreException.class,
                        () -> store.accounts().secretsOf(other).get("clientSecret"));
                assertTrue(refusal.getMessage().contains("clientSecret of directory contoso"), refusal.getMessage());
            }
            store.accounts().put(ENTRA);
            store.accounts().secretsOf(found(store)).put("clientSecret", Secret.of("new"));
            assertEquals(
                    Optional.of(Secret.of("new")),
                    store.accounts().secretsOf(found(store)).get("clientSecret"));
        }
    }

    /** Read with the entry's own MAC out of the way: a PIN belongs to the person that the journal names. */
    @Test
    void pinIsBoundToThePersonOfItsCeremony() throws Exception {
        RecipientId person;
        CeremonyId ceremony;
        try (StationStore store = StationStore.open(home)) {
            person = new RecipientId(Samples.request(store.requests(), 1).id(), 1);
            try (Claim claim = store.requests().claim(person).orElseThrow()) {
                ceremony = store.journal().open(claim, person, Map.of(JournalFacts.USER_ID, "intern"));
                store.pins().propose(claim, ceremony, person, Secret.of("482913"));
            }
        }
        AeadCipher key = new AeadCipher(Files.readAllBytes(home.resolve("station.key")));
        String sealed = text("SELECT sealed FROM pin");
        AssociatedData ceo = new AssociatedData(
                "pin", ceremony.value() + "", person.request().value(), "1", "ceo");
        AssociatedData intern = new AssociatedData(
                "pin", ceremony.value() + "", person.request().value(), "1", "intern");
        assertFalse(key.opens(ceo, sealed));
        assertTrue(key.opens(intern, sealed));
    }

    /** A PIN that an earlier version kept, without the person, is shown. */
    @Test
    void pinOfAnEarlierVersionOpens() throws Exception {
        try (StationStore store = StationStore.open(home)) {
            RecipientId person =
                    new RecipientId(Samples.request(store.requests(), 1).id(), 1);
            try (Claim claim = store.requests().claim(person).orElseThrow()) {
                CeremonyId ceremony = store.journal().open(claim, person, Map.of(JournalFacts.USER_ID, "intern"));
                store.pins().propose(claim, ceremony, person, Secret.of("482913"));
                AeadCipher key = new AeadCipher(Files.readAllBytes(home.resolve("station.key")));
                String earlier = key.close(
                        new AssociatedData(
                                "pin", ceremony.value() + "", person.request().value(), "1"),
                        "777777".getBytes(StandardCharsets.UTF_8));
                change("UPDATE pin SET sealed = '" + earlier + "'");
                assertEquals(Optional.of(Secret.of("777777")), store.pins().ofCeremony(ceremony));
            }
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("station.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("station.db"));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.getString(1);
        }
    }

    private static DirectoryAccount found(StationStore store) {
        return store.accounts().find("contoso").orElseThrow();
    }
}
