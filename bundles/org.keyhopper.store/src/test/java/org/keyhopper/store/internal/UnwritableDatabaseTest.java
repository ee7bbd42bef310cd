package org.keyhopper.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.store.Samples;

/** A disk that becomes full or read-only, and another program that locks the database, in the middle of an enrolment. */
class UnwritableDatabaseTest {

    @TempDir
    Path home;

    private StoreContext station;
    private SqlRequests requests;
    private SqlJournal journal;
    private RecipientId person;
    private Claim claim;
    private CeremonyId ceremony;

    @BeforeEach
    void begin() {
        station = new StoreContext(home, new PassphraseKey(Optional::empty));
        requests = new SqlRequests(station);
        journal = new SqlJournal(station);
        RequestId request = Samples.request(requests, 2).id();
        person = new RecipientId(request, 1);
        claim = requests.claim(person).orElseThrow();
        ceremony = journal.open(claim, person, Map.of());
    }

    @AfterEach
    void close() {
        station.close();
    }

    private void pragma(String text) {
        station.database().read(in -> in.list("PRAGMA " + text, row -> 0));
    }

    /** Returns no result, other than the other pragmas. */
    private void queryOnly(boolean on) {
        station.database().read(in -> in.update("PRAGMA query_only = " + (on ? "ON" : "OFF")));
    }

    private String refusal() {
        return assertThrows(StoreException.class, () -> {
                    for (int i = 0; i < 1000; i++) {
                        journal.record(claim, ceremony, JournalPoint.MAKING, Map.of("fact", "x".repeat(1000)));
                    }
                })
                .getMessage();
    }

    private void assertItGoesOn() {
        int before = journal.ceremoniesOf(person.request()).getFirst().entries().size();
        journal.record(claim, ceremony, JournalPoint.MADE, Map.of());
        assertEquals(
                before + 1,
                journal.ceremoniesOf(person.request()).getFirst().entries().size());
        journal.close(claim, ceremony, Samples.provisioned());
        assertEquals(
                Outcome.PROVISIONED,
                requests.find(person.request())
                        .orElseThrow()
                        .recipients()
                        .getFirst()
                        .outcome());
    }

    @Test
    void fullDiskIsNamedAndNothingIsLost() {
        pragma("max_page_count = 1");
        String refusal = refusal();
        assertTrue(refusal.startsWith("The disk is full"), refusal);
        pragma("max_page_count = 1000000");
        assertItGoesOn();
    }

    @Test
    void readOnlyDiskIsNamedAndNothingIsLost() {
        queryOnly(true);
        String refusal = refusal();
        assertTrue(refusal.contains("write-protected"), refusal);
        queryOnly(false);
        assertItGoesOn();
    }

    @Test
    void lockOfAnotherProgramIsNamedAndNothingIsLost() throws SQLException {
        pragma("busy_timeout = 20");
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("station.db"));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            String refusal = refusal();
            assertTrue(refusal.startsWith("Another program"), refusal);
            statement.execute("ROLLBACK");
        }
        assertItGoesOn();
    }
}
