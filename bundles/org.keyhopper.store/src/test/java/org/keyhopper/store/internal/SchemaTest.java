package org.keyhopper.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.store.Samples;
import org.keyhopper.store.StationStore;

class SchemaTest {

    @TempDir
    Path home;

    @Test
    void aFreshStationHasTheNewestSchema() throws SQLException {
        StationStore.open(home).close();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("SELECT MAX(version) FROM schema_version")) {
            assertEquals(Schema.newest(), version.getInt(1));
        }
    }

    @Test
    void dataOfTheFirstProgramIsBroughtUpAndKept() throws SQLException, IOException {
        try (StationStore store = StationStore.open(home)) {
            Samples.request(store.requests(), 3);
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            byte[] station = Base64.getDecoder().decode(text(statement, "SELECT salt FROM master_key"));
            AeadCipher key = new AeadCipher(Files.readAllBytes(home.resolve("station.key")));
            statement.execute(
                    "UPDATE master_key SET proof = '" + key.close(new AssociatedData("proof"), station) + "'");
            for (String table : List.of(
                    "request",
                    "recipient",
                    "settlement",
                    "ceremony",
                    "journal_entry",
                    "inventory",
                    "directory_account")) {
                statement.execute("ALTER TABLE " + table + " DROP COLUMN mac");
            }
            for (String table : List.of(
                    "pick_up_session",
                    "pick_up_link",
                    "pick_up",
                    "request_profile",
                    "named_profile",
                    "station_journal",
                    "station_printer",
                    "station_report",
                    "station_sign_in",
                    "browser_session",
                    "sign_in_attempt",
                    "idempotency_key",
                    "request_details",
                    "central_setting",
                    "custom_role",
                    "operator",
                    "escrowed_pin",
                    "audit_start",
                    "audit_name",
                    "audit_cursor",
                    "enrolment",
                    "join_code",
                    "station_contact",
                    "shipped_device",
                    "shipment",
                    "station",
                    "audit_event",
                    "used_value",
                    "instance",
                    "restoration",
                    "sealed_pin",
                    "pin_release",
                    "escrow_certificate",
                    "pin_retention",
                    "station_audit")) {
                statement.execute("DROP TABLE " + table);
            }
            statement.execute("DROP INDEX recipient_by_outcome");
            statement.execute("DROP INDEX settlement_by_end");
            statement.execute(
                    "DELETE FROM counter WHERE name IN ('audit', 'restoration', 'pin_release', 'station_audit')");
            statement.execute("ALTER TABLE schema_version DROP COLUMN usable_from");
            statement.execute("DROP TABLE reader_binding");
            statement.execute("DROP TABLE revocation");
            statement.execute("DROP TABLE claim");
            statement.execute("CREATE TABLE lease (request TEXT)");
            statement.execute("ALTER TABLE ceremony RENAME COLUMN claim TO lease");
            statement.execute("UPDATE counter SET name = 'lease' WHERE name = 'claim'");
            statement.execute("DROP TABLE stale_write");
            statement.execute("DELETE FROM counter WHERE name = 'stale_write'");
            statement.execute("DELETE FROM counter WHERE name = 'revocation'");
            statement.execute("ALTER TABLE recipient DROP COLUMN user_id");
            statement.execute("ALTER TABLE inventory DROP COLUMN former_holder");
            statement.execute("ALTER TABLE request DROP COLUMN min_pin_length_rp_ids");
            statement.execute("DELETE FROM schema_version WHERE version > 1");
        }
        try (StationStore store = StationStore.open(home)) {
            assertTrue(store.bindings().list().isEmpty());
            assertEquals(1, store.requests().list().size());
            assertEquals(
                    "",
                    store.requests()
                            .list()
                            .getFirst()
                            .recipients()
                            .getFirst()
                            .recipient()
                            .userId());
            assertTrue(store.revocations().list().isEmpty());
            assertTrue(store.inventory().list().isEmpty());
        }
    }

    /** Some databases of version 11 have the index already. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void recipientsAreIndexedByOutcomeOnce(boolean before) throws SQLException {
        StationStore.open(home).close();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM schema_version WHERE version > 11");
            statement.execute("ALTER TABLE request DROP COLUMN min_pin_length_rp_ids");
            dropDelivery(statement);
            for (String table : List.of(
                    "pick_up_session",
                    "pick_up_link",
                    "pick_up",
                    "request_profile",
                    "named_profile",
                    "station_report",
                    "station_printer",
                    "station_journal",
                    "pin_retention",
                    "station_audit")) {
                statement.execute("DROP TABLE " + table);
            }
            statement.execute("DELETE FROM counter WHERE name = 'station_audit'");
            if (!before) {
                statement.execute("DROP INDEX recipient_by_outcome");
            }
        }
        StationStore.open(home).close();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet index = statement.executeQuery(
                        "SELECT COUNT(*) FROM sqlite_master WHERE name = 'recipient_by_outcome'")) {
            assertEquals(1, index.getInt(1));
        }
    }

    private static void dropDelivery(Statement statement) throws SQLException {
        for (String column : List.of("released", "handed_over", "received")) {
            statement.execute("ALTER TABLE escrowed_pin DROP COLUMN " + column);
        }
    }

    @Test
    void releasesAndPickUpsOfBeforeAreTakenOver() throws SQLException {
        String request;
        try (StationStore store = StationStore.open(home)) {
            request = Samples.request(store.requests(), 3).id().value();
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            dropDelivery(statement);
            statement.execute("DELETE FROM schema_version WHERE version > 18");
            for (int i = 1; i <= 3; i++) {
                statement.execute(
                        "INSERT INTO escrowed_pin (claim, request, position, sealed, confirmed, kept) VALUES (" + i
                                + ", '" + request + "', " + i + ", '', 1, '2026-01-02T00:00:00Z')");
            }
            release(statement, 1, "2026-01-01T00:00:00Z", request + "/1");
            release(statement, 2, "2026-01-03T00:00:00Z", request + "/2");
            statement.execute("INSERT INTO pick_up (claim, request, position, kept, confirmed, tries) VALUES (3, '"
                    + request + "', 3, '2026-01-02T00:00:00Z', '2026-01-04T00:00:00Z', 0)");
        }
        StationStore.open(home).close();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            String each =
                    "SELECT COALESCE(released, '-') || ' ' || COALESCE(received, '-') FROM escrowed_pin WHERE claim = ";
            assertEquals("- -", text(statement, each + 1), "of the PIN before it");
            assertEquals("2026-01-03T00:00:00Z -", text(statement, each + 2));
            assertEquals("- 2026-01-04T00:00:00Z", text(statement, each + 3));
        }
    }

    private static void release(Statement statement, int number, String at, String person) throws SQLException {
        statement.execute(
                "INSERT INTO audit_event (number, written, actor, action, subject, facts, call_id, hash) VALUES ("
                        + number + ", '" + at + "', 'operator:pia', 'PIN_HANDED_OVER', 'recipient:" + person
                        + "', '{}', 'c', '')");
    }

    @Test
    void dataOfANewerProgramIsRefusedAndLeftAsItIs() throws SQLException {
        StationStore.open(home).close();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO schema_version (version, applied) VALUES (999, 'later')");
        }
        StoreException refusal = assertThrows(StoreException.class, () -> StationStore.open(home));
        assertTrue(refusal.getMessage().contains("newer"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("999"), refusal.getMessage());
    }

    @Test
    void dataToWhichANewerProgramOnlyAddedIsUsed() throws SQLException {
        StationStore.open(home).close();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO schema_version (version, applied, usable_from) VALUES (999, 'later', "
                    + Schema.newest() + ")");
            statement.execute("ALTER TABLE request ADD COLUMN later TEXT NOT NULL DEFAULT ''");
            statement.execute("CREATE TABLE later (id TEXT PRIMARY KEY)");
        }
        try (StationStore store = StationStore.open(home)) {
            Samples.request(store.requests(), 3);
            assertEquals(1, store.requests().list().size());
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO schema_version (version, applied, usable_from) VALUES (1000, 'later', "
                    + (Schema.newest() + 1) + ")");
        }
        assertThrows(StoreException.class, () -> StationStore.open(home));
    }

    @Test
    void aFileThatIsNoDatabaseIsRefused() throws IOException {
        Files.writeString(home.resolve("station.db"), "This is not a database, but a letter to somebody. ".repeat(50));
        StoreException refusal = assertThrows(StoreException.class, () -> StationStore.open(home));
        assertTrue(refusal.getMessage().contains("damaged"), refusal.getMessage());
    }

    @Test
    void aFailedChangeLeavesNoTraceAndTheNextOneWorks() {
        try (StoreContext station = new StoreContext(home, new PassphraseKey(java.util.Optional::empty))) {
            Database database = station.database();
            assertThrows(
                    StoreException.class,
                    () -> database.change(in -> {
                        in.update(
                                "INSERT INTO directory_account (name, type, settings) VALUES ('half', 'entra', '{}')");
                        in.update("INSERT INTO nowhere VALUES (1)");
                    }));
            assertTrue(new SqlDirectoryAccounts(station).list().isEmpty());
            assertEquals(
                    2, Samples.request(new SqlRequests(station), 2).recipients().size());
        }
    }

    @Test
    void aClosedStoreIsRefused() {
        StationStore store = StationStore.open(home);
        store.close();
        assertThrows(StoreException.class, () -> store.requests().list());
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : "";
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + home.resolve("station.db"));
    }
}
