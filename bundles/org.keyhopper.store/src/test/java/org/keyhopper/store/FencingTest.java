package org.keyhopper.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.LeaseLostException;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.request.Requests.Lease;
import org.keyhopper.core.request.StoreException;

/** Every write of a run carries its lease; a lease that is not current changes nothing. */
class FencingTest {

    @TempDir
    Path home;

    private StationStore store;
    private Requests requests;
    private RequestId request;
    private RecipientId first;
    private Lease lease;
    private CeremonyId ceremony;

    DatabaseKind keeping() {
        return DatabaseKind.FILE;
    }

    @BeforeEach
    void open() {
        store = keeping().open(home);
        requests = store.requests();
        request = Samples.request(requests, 2).id();
        first = new RecipientId(request, 1);
        lease = requests.lease(request).orElseThrow();
        ceremony = store.journal().open(lease, first, Map.of());
        store.pins().propose(lease, ceremony, first, Secret.of("482913"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void lostLeaseChangesNothingAfterTheOtherProcessHasFinished() throws Exception {
        keeping().loseSigns(home);
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
        lease.close();
        changesNothing();
    }

    @Test
    void releasedLeaseChangesNothingUnderTheNextLease() {
        lease.close();
        requests.lease(request).orElseThrow();
        changesNothing();
    }

    @Test
    void leaseOfRemovedRequestChangesNothing() {
        lease.close();
        requests.remove(request);
        changesNothing();
    }

    @Test
    void lostLeaseIsNotReleasedByItsFormerHolder() throws Exception {
        keeping().loseSigns(home);
        try (OtherProcess other = OtherProcess.start("finish", home, request)) {
            assertEquals("finished", other.line());
        }
        Lease next = requests.lease(request).orElseThrow();
        lease.close();
        requests.requireCurrent(next);
    }

    @Test
    void unfinishedCeremonyIsSettledUnderTheNextLease() {
        lease.close();
        try (Lease next = requests.lease(request).orElseThrow()) {
            store.journal().close(next, ceremony, Samples.failed());
        }
        assertEquals(
                Outcome.FAILED,
                requests.find(request).orElseThrow().recipients().getFirst().outcome());
    }

    @Test
    void leaseChangesNoOtherRequest() {
        RequestId another = Samples.request(requests, 1).id();
        RecipientId stranger = new RecipientId(another, 1);
        Lease other = requests.lease(another).orElseThrow();
        for (Runnable write : List.<Runnable>of(
                () -> store.journal().open(lease, stranger, Map.of()),
                () -> store.journal().record(other, ceremony, JournalPoint.MAKING, Map.of()),
                () -> store.journal().close(other, ceremony, Samples.failed()),
                () -> requests.settle(lease, stranger, Samples.failed()),
                () -> store.inventory().put(lease, Samples.entry(stranger, "a")),
                () -> store.pins().propose(other, ceremony, first, Secret.of("111111")),
                () -> store.pins().confirm(other, ceremony))) {
            assertThrows(StoreException.class, write::run);
        }
        store.pins().forget(other, ceremony);
        assertTrue(store.pins().ofCeremony(ceremony).isPresent());
    }

    @Test
    void fencingNumbersIncreaseAndAreNotReused() {
        long last = lease.number();
        lease.close();
        requests.remove(request);
        store.close();
        store = keeping().open(home);
        for (int i = 0; i < 3; i++) {
            RequestId id = Samples.request(store.requests(), 1).id();
            try (Lease next = store.requests().lease(id).orElseThrow()) {
                assertEquals(id, next.request());
                assertTrue(next.number() > last, next.number() + " after " + last);
                last = next.number();
            }
        }
    }

    private void changesNothing() {
        List<Object> before = everything();
        writes().forEach((name, write) -> {
            LeaseLostException lost = assertThrows(LeaseLostException.class, write::run, name);
            assertTrue(lost.getMessage().contains("lost its claim on request " + request), lost.getMessage());
            assertEquals(request, lost.request());
            assertEquals(before, everything(), name);
        });
    }

    private Map<String, Runnable> writes() {
        RecipientId second = new RecipientId(request, 2);
        InventoryEntry entry = Samples.entry(second, "mine");
        Map<String, Runnable> writes = new LinkedHashMap<>();
        writes.put("record", () -> store.journal().record(lease, ceremony, JournalPoint.MAKING, Map.of()));
        writes.put("close", () -> store.journal().close(lease, ceremony, Samples.failed()));
        writes.put("open", () -> store.journal().open(lease, second, Map.of()));
        writes.put("settle", () -> requests.settle(lease, second, Samples.failed()));
        writes.put("reopen", () -> requests.reopen(lease, List.of(2)));
        writes.put(
                "update",
                () -> requests.update(lease, Map.of(2, Samples.recipients(1).getFirst())));
        writes.put("check", () -> requests.requireCurrent(lease));
        writes.put("put", () -> store.inventory().put(lease, entry));
        writes.put(
                "mark", () -> store.inventory().mark(lease, Samples.credential("theirs"), InventoryEntry.State.RESET));
        writes.put("propose", () -> store.pins().propose(lease, ceremony, first, Secret.of("111111")));
        writes.put("confirm", () -> store.pins().confirm(lease, ceremony));
        writes.put("forget", () -> store.pins().forget(lease, ceremony));
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
