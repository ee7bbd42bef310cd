package org.keyhopper.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.StationAction;
import org.keyhopper.core.journal.StationAudit;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.store.Samples;
import org.keyhopper.store.StationStore;

/** Who did what at a station. */
class StationAuditTest {

    @TempDir
    Path home;

    private StationStore store;
    private RequestId request;

    @BeforeEach
    void work() {
        store = StationStore.open(home);
        request = Samples.request(store.requests(), 2).id();
        RecipientId first = new RecipientId(request, 1);
        try (Claim claim = store.requests().claim(first).orElseThrow()) {
            CeremonyId ceremony = store.journal()
                    .open(
                            claim,
                            first,
                            Map.of(JournalFacts.USER_ID, "7d1c", JournalFacts.USER_NAME, "zoe@example.com"));
            store.pins().propose(claim, ceremony, first, Secret.of("482913"));
            store.pins().confirm(claim, ceremony);
            store.journal().close(claim, ceremony, Samples.provisioned());
        }
        store.pins().show(first, "another account").orElseThrow().close();
        store.accounts().put(new DirectoryAccount("contoso", "entra", new Settings(Map.of("tenant", "contoso"))));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private List<StationAudit.Entry> entries() {
        return store.audit().orElseThrow().after(0, 100);
    }

    private List<StationAction> actions() {
        return entries().stream().map(StationAudit.Entry::action).toList();
    }

    @Test
    void whatWasDoneOutlivesTheRequest() {
        store.requests().remove(request);
        assertEquals(
                List.of(
                        StationAction.REQUEST_CREATED,
                        StationAction.ENROLMENT_BEGUN,
                        StationAction.ENROLMENT_ENDED,
                        StationAction.PIN_SHOWN,
                        StationAction.DIRECTORY_CONFIGURED,
                        StationAction.REQUEST_REMOVED),
                actions());
        StationAudit.Entry begun = entries().get(1);
        assertEquals("recipient:" + request.value() + "/1", begun.subject());
        assertEquals("7d1c", begun.facts().get("userId"));
        assertEquals("PROVISIONED", entries().get(2).facts().get("outcome"));
        assertEquals(OptionalLong.empty(), store.audit().orElseThrow().firstMissing());
    }

    /** Names are removed with the request. */
    @Test
    void noNameOfAPersonIsRecorded() {
        assertFalse(entries().toString().contains("zoe@example.com"), () -> entries()
                .toString());
        assertFalse(entries().toString().contains("user1@example.com"), () -> entries()
                .toString());
    }

    @Test
    void theAccountIsThatOfTheOperatingSystem() {
        String before = System.getProperty("user.name");
        System.setProperty("user.name", "forged");
        try {
            store.requests().rename(request, "Summer");
        } finally {
            System.setProperty("user.name", before);
        }
        StationAudit.Entry renamed = entries().getLast();
        assertEquals(entries().getFirst().account(), renamed.account());
        assertFalse(renamed.account().isBlank() || renamed.account().equals("forged"), renamed.account());
        assertFalse(renamed.host().isBlank());
    }

    @Test
    void aChangedEntryIsNamed() throws SQLException {
        change("UPDATE station_audit SET account = 'other' WHERE number = 4");
        StoreException refusal = assertThrows(StoreException.class, this::entries);
        assertTrue(refusal.getMessage().startsWith("Entry 4 of the audit trail"), refusal.getMessage());
    }

    @Test
    void aRemovedEntryIsMissed() throws SQLException {
        change("DELETE FROM station_audit WHERE number = 4");
        assertEquals(OptionalLong.of(4), store.audit().orElseThrow().firstMissing());
    }

    @Test
    void theLastEntriesAreMissed() throws SQLException {
        change("DELETE FROM station_audit WHERE number > 3");
        assertEquals(OptionalLong.of(4), store.audit().orElseThrow().firstMissing());
    }

    /** An entry that takes the number of a removed one does not continue the chain. */
    @Test
    void aMovedEntryIsRefused() throws SQLException {
        change("DELETE FROM station_audit WHERE number = 4", "UPDATE station_audit SET number = 4 WHERE number = 5");
        assertThrows(StoreException.class, this::entries);
    }

    @Test
    void nothingIsDoneThatCannotBeRecorded() throws SQLException {
        change("UPDATE counter SET value = 1 WHERE name = 'station_audit'");
        assertThrows(StoreException.class, () -> store.requests().rename(request, "Summer"));
        assertEquals("Spring", store.requests().find(request).orElseThrow().name());
    }

    private void change(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("station.db"));
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
