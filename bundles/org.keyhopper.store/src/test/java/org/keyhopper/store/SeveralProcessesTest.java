package org.keyhopper.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.CeremonyRecord;
import org.keyhopper.core.journal.JournalEntry;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;

/** Claims of a station's store end with the process that holds them. */
class SeveralProcessesTest {

    @TempDir
    Path home;

    private StationStore store;
    private RequestId request;

    @BeforeEach
    void open() {
        store = StationStore.open(home);
        request = Samples.request(store.requests(), 2).id();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void claimOfAKilledProcessIsTakenOver() throws IOException, InterruptedException {
        try (OtherProcess other = OtherProcess.start("claim", home, request)) {
            assertEquals("taken", other.line());
            assertTrue(store.requests().claim(new RecipientId(request, 1)).isEmpty());
            assertTrue(store.journal().unfinished().isEmpty());
            other.kill();
            assertTrue(store.requests().claim(new RecipientId(request, 1)).isPresent());
            assertEquals(1, store.journal().unfinished().size());
        }
    }

    @Test
    void onlyOneOfSeveralProcessesGetsTheClaim() throws IOException {
        List<OtherProcess> others = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                others.add(OtherProcess.start("claim", home, request));
            }
            List<String> answers = new ArrayList<>();
            for (OtherProcess other : others) {
                answers.add(other.line());
            }
            assertEquals(
                    List.of("refused", "refused", "taken"),
                    answers.stream().sorted().toList());
        } finally {
            others.forEach(OtherProcess::close);
        }
    }

    @Test
    void writesBeforeAKillAreDurable() throws IOException, InterruptedException {
        try (OtherProcess other = OtherProcess.start("write", home, request)) {
            String last = other.line();
            assertNotEquals(null, last);
            while (!"40".equals(last)) {
                last = other.line();
            }
            List<String> rest = other.kill();
            int promised = Integer.parseInt(rest.isEmpty() ? last : rest.getLast());
            List<String> written = numbers();
            assertTrue(written.size() > promised, written.size() + " of " + promised);
            for (int i = 0; i < written.size(); i++) {
                assertEquals(String.valueOf(i), written.get(i));
            }
        }
        assertEquals(
                Outcome.UNCLEAR,
                store.requests()
                        .find(request)
                        .orElseThrow()
                        .recipients()
                        .getFirst()
                        .outcome());
    }

    @Test
    void concurrentProcessesDoNotInterfere() throws IOException, InterruptedException {
        RequestId mine = Samples.request(store.requests(), 1).id();
        try (OtherProcess other = OtherProcess.start("write", home, request)) {
            assertEquals("0", other.line());
            Claim claim = store.requests().claim(new RecipientId(mine, 1)).orElseThrow();
            for (int i = 0; i < 40; i++) {
                store.requests().reopen(claim);
                CeremonyId ceremony = store.journal().open(claim, new RecipientId(mine, 1), Map.of());
                store.journal().close(claim, ceremony, Samples.failed());
            }
            assertNotEquals(null, other.line());
            other.kill();
        }
        assertEquals(40, store.journal().ceremoniesOf(mine).size());
    }

    @Test
    void secondStoreOfTheSameProcessRespectsTheClaim() {
        store.requests().claim(first()).orElseThrow();
        try (StationStore second = StationStore.open(home)) {
            assertTrue(second.requests().claim(first()).isEmpty());
            store.close();
            assertTrue(second.requests().claim(first()).isPresent());
        }
    }

    @Test
    void nextClaimFindsUnfinishedCeremonies() {
        Claim claim = store.requests().claim(first()).orElseThrow();
        CeremonyId ceremony = store.journal().open(claim, first(), Map.of());
        claim.close();
        store.requests().claim(first()).orElseThrow();
        assertEquals(
                List.of(ceremony),
                store.journal().unfinished().stream().map(CeremonyRecord::id).toList());
    }

    @Test
    void ceremonyOfAnotherRunningStoreIsIgnored() {
        try (StationStore other = StationStore.open(home)) {
            other.journal().open(other.requests().claim(first()).orElseThrow(), first(), Map.of());
            assertTrue(store.journal().unfinished().isEmpty());
        }
        assertEquals(1, store.journal().unfinished().size());
    }

    private RecipientId first() {
        return new RecipientId(request, 1);
    }

    private List<String> numbers() {
        return store.journal().ceremoniesOf(request).getFirst().entries().stream()
                .map(JournalEntry::facts)
                .filter(facts -> facts.containsKey("number"))
                .map(facts -> facts.get("number"))
                .toList();
    }
}
