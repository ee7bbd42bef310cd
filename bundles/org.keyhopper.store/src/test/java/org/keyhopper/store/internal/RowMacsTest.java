package org.keyhopper.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.journal.Revocation;
import org.keyhopper.core.printer.ReaderBinding;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.store.Samples;
import org.keyhopper.store.StationStore;

/** What another program has written to or changed in the database of a station. */
class RowMacsTest {

    private static final DirectoryAccount ENTRA = new DirectoryAccount(
            "contoso", "entra", new Settings(Map.of("tenant", "contoso", "loginUrl", "https://login.example")));

    @TempDir
    Path home;

    private RequestId request;

    @BeforeEach
    void workSomewhat() {
        try (StationStore store = StationStore.open(home)) {
            request = Samples.request(store.requests(), 3).id();
            RecipientId first = new RecipientId(request, 1);
            try (Claim claim = store.requests().claim(first).orElseThrow()) {
                CeremonyId ceremony = store.journal().open(claim, first, Map.of("marker", "one"));
                store.journal().record(claim, ceremony, JournalPoint.MAKING, Map.of("credential", "abc"));
                store.inventory().put(claim, Samples.entry(first, "made"));
                store.journal().close(claim, ceremony, Samples.provisioned());
            }
            store.accounts().put(ENTRA);
            store.bindings().put(new ReaderBinding("evolis:1", Encoder.CONTACT, "Reader 1", Instant.now()));
            store.revocations()
                    .begin(new Revocation(
                            0,
                            "contoso",
                            "id-1",
                            "anna",
                            "p1",
                            "Key",
                            Optional.empty(),
                            Instant.EPOCH,
                            Optional.empty()));
        }
    }

    private void readAll() {
        try (StationStore store = StationStore.open(home)) {
            readAll(store);
        }
    }

    private void readAll(StationStore store) {
        store.requests().summaries();
        store.requests().list();
        store.journal().ceremoniesOf(request);
        store.inventory().list();
        store.accounts().list();
        store.bindings().list();
        store.revocations().list();
        store.escrow().orElseThrow().certificates();
        store.audit().orElseThrow().after(0, 100);
    }

    @Test
    void whatTheStationWroteIsRead() {
        try (StationStore store = StationStore.open(home)) {
            RecipientId second = new RecipientId(request, 2);
            store.requests().rename(request, "Summer");
            store.requests().update(request, Map.of(2, new Recipient("new@example.com", "New", "", "", "id-2")));
            Samples.settle(store.requests(), second, Samples.failed());
            store.requests().reopen(request, List.of(2));
            store.inventory().rename("entra", "7d1c", "Zoe");
            store.accounts().change(ENTRA);
            readAll(store);
        }
        readAll();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        UPDATE recipient SET user_id = 'ceo' WHERE position = 2 | Person 2 (user2@example.com) of request
        UPDATE recipient SET user_reference = 'ceo@example.com' WHERE position = 3 | Person 3
        UPDATE recipient SET outcome = 'PENDING' WHERE position = 1 | Person 1
        UPDATE request SET minimum_pin_length = 4 | Request
        UPDATE request SET allowed_aaguids = '' | Request
        UPDATE settlement SET credential = NULL | Result 1 of person 1
        UPDATE ceremony SET closed = 0 | Enrolment 1
        UPDATE journal_entry SET facts = '{"credential":"xyz"}' WHERE point = 'MAKING' | Entry 2 in the journal
        UPDATE inventory SET user_id = 'ceo' | The device of Zoë (Key 5)
        UPDATE directory_account SET settings = '{}' | The settings of directory contoso
        UPDATE reader_binding SET reader = 'Reader 2' | The reader of printer evolis:1
        UPDATE revocation SET passkey = 'p2' | Revocation 1
        UPDATE recipient SET mac = NULL | Person 1
        UPDATE station_audit SET action = 'PIN_SHOWN' WHERE number = 1 | Entry 1 of the audit trail
        INSERT INTO escrow_certificate (fingerprint, certificate, activated) VALUES ('f', 'AAAA', '2026') | Escrow certificate f
        INSERT INTO recipient SELECT request, 4, 'x', 'x', '', '', outcome, NULL, '', mac FROM recipient WHERE position = 3 | Person 4
        """)
    void aRowThatAnotherProgramChangedIsNamedAndRefused(String change, String name) throws SQLException {
        change(change);
        StoreException refusal = assertThrows(StoreException.class, this::readAll);
        assertTrue(refusal.getMessage().startsWith(name), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("another program"), refusal.getMessage());
    }

    @Test
    void aChangedRowIsNotChangedAny() throws SQLException {
        change("UPDATE recipient SET user_id = 'ceo' WHERE position = 2");
        try (StationStore store = StationStore.open(home)) {
            RecipientId second = new RecipientId(request, 2);
            StoreException refusal = assertThrows(
                    StoreException.class, () -> Samples.settle(store.requests(), second, Samples.failed()));
            assertTrue(refusal.getMessage().startsWith("Person 2"), refusal.getMessage());
        }
        assertThrows(StoreException.class, this::readAll);
    }

    @Test
    void aTriggerOfAnotherProgramIsRefused() throws SQLException {
        change("CREATE TRIGGER evil AFTER UPDATE OF outcome ON recipient BEGIN UPDATE recipient SET user_id = 'ceo'"
                + " WHERE request = new.request; END");
        try (StationStore store = StationStore.open(home)) {
            StoreException refusal =
                    assertThrows(StoreException.class, () -> store.requests().rename(request, "Summer"));
            assertTrue(refusal.getMessage().contains("evil"), refusal.getMessage());
        }
    }

    @Test
    void aMacOfAnotherRowDoesNotFit() throws SQLException {
        change("UPDATE recipient SET mac = (SELECT mac FROM recipient WHERE position = 2) WHERE position = 3");
        assertThrows(StoreException.class, this::readAll);
    }

    @ParameterizedTest
    @EnumSource(ProtectedTable.class)
    void everyColumnIsCovered(ProtectedTable table) throws SQLException {
        for (String column : columns(table)) {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                RowMacs macs = new RowMacs(new FileKey());
                macs.prepare(false);
                Transaction in = new Transaction(connection, macs);
                statement.execute("PRAGMA foreign_keys = OFF");
                int rows = statement.executeUpdate("UPDATE " + table.table() + " SET " + column + " = '77'"
                        + " WHERE rowid = (SELECT MIN(rowid) FROM " + table.table() + ")");
                if (rows > 0) {
                    assertThrows(
                            StoreException.class,
                            () -> in.list("SELECT * FROM " + table.table(), row -> row.verified(table)),
                            column);
                }
                connection.rollback();
            }
        }
    }

    /** Rows of a version without MACs get them once, when the proof of the key says that they have none. */
    @Test
    void rowsOfAnEarlierVersionAreAdoptedOnce() throws Exception {
        for (ProtectedTable table : ProtectedTable.values()) {
            change("UPDATE " + table.table() + " SET mac = NULL");
        }
        assertThrows(StoreException.class, this::readAll);
        byte[] station = Base64.getDecoder().decode(text("SELECT salt FROM master_key"));
        change("UPDATE master_key SET proof = '" + new FileKey().cipher().close(new AssociatedData("proof"), station)
                + "'");
        readAll();
        change("UPDATE recipient SET mac = NULL");
        assertThrows(StoreException.class, this::readAll);
    }

    /** Otherwise an attacker who deletes the row of the key could have any rows adopted. */
    @Test
    void withoutTheRowOfTheKeyNothingIsAdopted() throws SQLException {
        change("DELETE FROM master_key");
        change("UPDATE recipient SET mac = NULL, user_id = 'ceo'");
        assertThrows(StoreException.class, this::readAll);
        try (StationStore store = StationStore.open(home)) {
            store.accounts().put(ENTRA);
            assertThrows(StoreException.class, () -> readAll(store));
        }
    }

    @Test
    void readingAnEmptyStoreMakesNoKey() {
        Path fresh = home.resolve("fresh");
        try (StationStore store = StationStore.open(fresh)) {
            assertTrue(store.requests().list().isEmpty());
        }
        assertFalse(Files.exists(fresh.resolve("station.key")));
    }

    @Test
    void noTriggerOfOursIsInTheFile() throws SQLException {
        assertEquals("0", text("SELECT COUNT(*) FROM sqlite_master WHERE type = 'trigger'"));
    }

    private List<String> columns(ProtectedTable table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA table_info(" + table.table() + ")")) {
            while (result.next()) {
                columns.add(result.getString("name"));
            }
        }
        return columns;
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : "";
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + home.resolve("station.db"));
    }

    /** The key of the station, as its file has it. */
    private final class FileKey implements RowMacs.Source {
        @Override
        public Optional<String> proof() {
            return Optional.of("");
        }

        @Override
        public RowMacKey key() {
            return cipher().macKey();
        }

        AeadCipher cipher() {
            try {
                return new AeadCipher(Files.readAllBytes(home.resolve("station.key")));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
