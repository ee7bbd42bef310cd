package org.keyhopper.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.ClaimLostException;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.request.StoreException;

/** Every write of a run carries its claim; a claim that is not current changes nothing. */
class FencingTest {

    @TempDir
    Path home;

    private StationStore store;
    private Requests requests;
    private RequestId request;
    private RecipientId first;
    private Claim claim;
    private CeremonyId ceremony;

    @BeforeEach
    void open() {
        store = StationStore.open(home);
        requests = store.requests();
        request = Samples.request(requests, 2).id();
        first = new RecipientId(request, 1);
        claim = requests.claim(new RecipientId(request, 1)).orElseThrow();
        ceremony = store.journal().open(claim, first, Map.of());
        store.pins().propose(claim, ceremony, first, Secret.of("482913"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** Makes every open store look terminated to other processes. */
    private void loseSigns() throws IOException {
        try (Stream<Path> signs = Files.list(home.resolve("running"))) {
            for (Path sign : signs.toList()) {
                Files.delete(sign);
            }
        }
    }

    @Test
    void lostClaimChangesNothingAfterTheOtherProcessHasFinished() throws Exception {
        loseSigns();
        try (OtherProcess other = OtherProcess.start("finish", home, request)) {
            assertEquals("finished", other.line());
            assertNull(other.line());
        }
        assertEquals(
                Outcome.PROVISIONED,
                requests.find(request).orElseThrow().recipients().getFirst().outcome());
        changesNothing();
    }

    @Test
    void releasedLeaseChangesNothing() {
        claim.close();
        changesNothing();
    }

    @Test
    void releasedLeaseChangesNothingUnderTheNextClaim() {
        claim.close();
        requests.claim(new RecipientId(request, 1)).orElseThrow();
        changesNothing();
    }

    @Test
    void claimOnRemovedRequestChangesNothing() {
        claim.close();
        requests.remove(request);
        changesNothing();
    }

    @Test
    void lostClaimIsNotReleasedByItsFormerHolder() throws Exception {
        loseSigns();
        try (OtherProcess other = OtherProcess.start("finish", home, request)) {
            assertEquals("finished", other.line());
        }
        Claim next = requests.claim(new RecipientId(request, 1)).orElseThrow();
        claim.close();
        requests.requireCurrent(next);
    }

    @Test
    void unfinishedCeremonyIsSettledUnderTheNextClaim() {
        claim.close();
        try (Claim next = requests.claim(new RecipientId(request, 1)).orElseThrow()) {
            store.journal().close(next, ceremony, Samples.failed());
        }
        assertEquals(
                Outcome.FAILED,
                requests.find(request).orElseThrow().recipients().getFirst().outcome());
    }

    @Test
    void claimChangesNoOtherRequest() {
        RequestId another = Samples.request(requests, 1).id();
        RecipientId stranger = new RecipientId(another, 1);
        Claim other = requests.claim(new RecipientId(another, 1)).orElseThrow();
        for (Runnable write : List.<Runnable>of(
                () -> store.journal().open(claim, stranger, Map.of()),
                () -> store.journal().record(other, ceremony, JournalPoint.MAKING, Map.of()),
                () -> store.journal().close(other, ceremony, Samples.failed()),
                () -> requests.settle(claim, stranger, Samples.failed()),
                () -> store.inventory().put(claim, Samples.entry(stranger, "a")),
                () -> store.pins().propose(other, ceremony, first, Secret.of("111111")),
                () -> store.pins().confirm(other, ceremony))) {
            assertThrows(StoreException.class, write::run);
        }
        store.pins().forget(other, ceremony);
        assertTrue(store.pins().ofCeremony(ceremony).isPresent());
    }

    @Test
    void fencingNumbersIncreaseAndAreNotReused() {
        long last = claim.number();
        claim.close();
        requests.remove(request);
        store.close();
        store = StationStore.open(home);
        for (int i = 0; i < 3; i++) {
            RequestId id = Samples.request(store.requests(), 1).id();
            try (Claim next = store.requests().claim(new RecipientId(id, 1)).orElseThrow()) {
                assertEquals(id, next.request());
                assertTrue(next.number() > last, next.number() + " after " + last);
                last = next.number();
            }
        }
    }

    private void changesNothing() {
        List<Object> before = everything();
        writes().forEach((name, write) -> {
            ClaimLostException lost = assertThrows(ClaimLostException.class, write::run, name);
            assertTrue(lost.getMessage().contains("lost its claim on request " + request), lost.getMessage());
            assertEquals(request, lost.request());
            assertEquals(before, everything(), name);
        });
    }

    private Map<String, Runnable> writes() {
        InventoryEntry entry = Samples.entry(first, "mine");
        Map<String, Runnable> writes = new LinkedHashMap<>();
        writes.put("record", () -> store.journal().record(claim, ceremony, JournalPoint.MAKING, Map.of()));
        writes.put("close", () -> store.journal().close(claim, ceremony, Samples.failed()));
        writes.put("open", () -> store.journal().open(claim, first, Map.of()));
        writes.put("settle", () -> requests.settle(claim, first, Samples.failed()));
        writes.put("reopen", () -> requests.reopen(claim));
        writes.put("check", () -> requests.requireCurrent(claim));
        writes.put("put", () -> store.inventory().put(claim, entry));
        writes.put(
                "mark", () -> store.inventory().mark(claim, Samples.credential("theirs"), InventoryEntry.State.RESET));
        writes.put("propose", () -> store.pins().propose(claim, ceremony, first, Secret.of("111111")));
        writes.put("confirm", () -> store.pins().confirm(claim, ceremony));
        writes.put("forget", () -> store.pins().forget(claim, ceremony));
        return writes;
    }

    private List<Object> everything() {
        return List.of(
                requests.list(),
                store.journal().ceremoniesOf(request),
                store.journal().unfinished(),
                store.inventory().list(),
                store.pins().ofCeremony(ceremony),
                store.pins().list(request));
    }
}
