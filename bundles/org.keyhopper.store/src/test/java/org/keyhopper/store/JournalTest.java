package org.keyhopper.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.CeremonyRecord;
import org.keyhopper.core.journal.Journal;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.StoreException;

class JournalTest {

    @TempDir
    Path home;

    private StationStore store;
    private Journal journal;
    private RequestId request;
    private RecipientId recipient;
    private Claim claim;

    DatabaseKind databaseKind() {
        return DatabaseKind.FILE;
    }

    @BeforeEach
    void open() {
        store = databaseKind().open(home);
        journal = store.journal();
        request = Samples.request(store.requests(), 3).id();
        recipient = new RecipientId(request, 1);
        claim = store.requests().claim(new RecipientId(request, 1)).orElseThrow();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void openCeremonyMakesTheRecipientUnclear() {
        journal.open(claim, recipient, Map.of());
        assertEquals(Outcome.UNCLEAR, state().outcome());
    }

    @Test
    void entriesAreReadInWriteOrder() {
        CeremonyId ceremony = journal.open(claim, recipient, Map.of("link", "reader 1"));
        journal.record(claim, ceremony, JournalPoint.MAKING, Map.of("rpId", "login.example"));
        journal.record(claim, ceremony, JournalPoint.MADE, Map.of("credentialId", "AQ", "note", "ü \"x\"\n"));
        CeremonyRecord read = journal.ceremoniesOf(request).getFirst();
        assertEquals(recipient, read.recipient());
        assertFalse(read.closed());
        assertEquals(
                List.of(JournalPoint.STARTED, JournalPoint.MAKING, JournalPoint.MADE),
                read.entries().stream().map(it -> it.point()).toList());
        assertEquals(Optional.of("ü \"x\"\n"), read.fact("note"));
        assertEquals(Optional.of("reader 1"), read.fact("link"));
    }

    @Test
    void closingSettlesTheRecipientAndKeepsTheHistory() {
        journal.close(claim, journal.open(claim, recipient, Map.of()), Samples.failed());
        store.requests().reopen(claim);
        journal.close(claim, journal.open(claim, recipient, Map.of()), Samples.provisioned());
        assertEquals(Outcome.PROVISIONED, state().outcome());
        assertEquals(Optional.of(Samples.provisioned()), state().last());
        assertEquals(2, journal.ceremoniesOf(request).size());
        assertTrue(journal.ceremoniesOf(request).stream().allMatch(CeremonyRecord::closed));
    }

    @Test
    void closedCeremonyRejectsEntries() {
        CeremonyId ceremony = journal.open(claim, recipient, Map.of());
        journal.close(claim, ceremony, Samples.provisioned());
        assertThrows(StoreException.class, () -> journal.close(claim, ceremony, Samples.failed()));
        assertThrows(StoreException.class, () -> journal.record(claim, ceremony, JournalPoint.UNDONE, Map.of()));
        assertEquals(Outcome.PROVISIONED, state().outcome());
    }

    @Test
    void unclearCeremonyIsClosedAgainByReconciling() {
        CeremonyId ceremony = journal.open(claim, recipient, Map.of());
        journal.close(claim, ceremony, Samples.unclear());
        journal.close(claim, ceremony, Samples.unclear());
        journal.close(claim, ceremony, Samples.provisioned());
        assertEquals(Outcome.PROVISIONED, state().outcome());
        assertThrows(StoreException.class, () -> journal.close(claim, ceremony, Samples.failed()));
    }

    @Test
    void onlyPendingRecipientsGetACeremony() {
        for (OutcomeRecord settled : List.of(Samples.unclear(), Samples.failed(), Samples.provisioned())) {
            RequestId id = Samples.request(store.requests(), 1).id();
            RecipientId other = new RecipientId(id, 1);
            Claim held = store.requests().claim(new RecipientId(id, 1)).orElseThrow();
            journal.close(held, journal.open(held, other, Map.of()), settled);
            assertThrows(StoreException.class, () -> journal.open(held, other, Map.of()));
            assertEquals(1, journal.ceremoniesOf(id).size());
            assertEquals(
                    settled.outcome(),
                    store.requests()
                            .find(id)
                            .orElseThrow()
                            .recipients()
                            .getFirst()
                            .outcome());
        }
    }

    @Test
    void recipientWithOpenCeremonyGetsNoOther() {
        journal.open(claim, recipient, Map.of());
        assertThrows(StoreException.class, () -> journal.open(claim, recipient, Map.of()));
        assertEquals(1, journal.ceremoniesOf(request).size());
    }

    @Test
    void unknownRecipientGetsNoCeremony() {
        assertThrows(StoreException.class, () -> journal.open(claim, new RecipientId(request, 4), Map.of()));
    }

    @Test
    void ceremonyNumbersIncreaseAfterARemoval() {
        CeremonyId first = journal.open(claim, recipient, Map.of());
        claim.close();
        store.requests().remove(request);
        RequestId next = Samples.request(store.requests(), 1).id();
        Claim held = store.requests().claim(new RecipientId(next, 1)).orElseThrow();
        assertTrue(journal.open(held, new RecipientId(next, 1), Map.of()).value() > first.value());
    }

    @Test
    void ceremonyOfTheCurrentClaimIsNotUnfinished() {
        CeremonyId ceremony = journal.open(claim, recipient, Map.of());
        assertTrue(journal.unfinished().isEmpty());
        claim.close();
        assertEquals(List.of(ceremony), unfinished(store));
    }

    private static List<CeremonyId> unfinished(StationStore store) {
        return store.journal().unfinished().stream().map(CeremonyRecord::id).toList();
    }

    private RecipientState state() {
        return store.requests().find(request).orElseThrow().recipients().getFirst();
    }
}
