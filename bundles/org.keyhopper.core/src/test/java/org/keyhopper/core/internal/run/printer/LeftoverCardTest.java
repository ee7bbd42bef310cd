package org.keyhopper.core.internal.run.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.automatic.PrinterChoice;
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunProblem;

/** A card that a run finds inside its printer. */
class LeftoverCardTest {

    private final AutomaticBench bench = new AutomaticBench();
    private FakeKey annas;

    @BeforeEach
    void annaHasACard() {
        bench.store.bindings.put(bench.first.bindingTo("Reader A"));
        bench.first.load(2);
        bench.start("anna");
        assertEquals(new Tally(1, 1, 0, 0, 0, 0), bench.ended());
        annas = bench.first.output.removeFirst();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aGoodOneGoesToTheGoodOnesWithoutAQuestion() {
        bench.first.leaveCardAtStation(annas);
        bench.start("bert");
        assertEquals(new Tally(1, 1, 0, 0, 0, 0), bench.ended());
        assertEquals(2, bench.first.output.size());
        assertEquals(annas, bench.first.output.getFirst());
        assertEquals(1, annas.credentials.size());
        assertEquals(List.of(RunProblem.GOOD_CARD_FROM_LAST_RUN.id()), told());
        assertEquals(2, bench.run.snapshot().printers().getFirst().trays().output());
        assertEquals(2, timesPutOut("anna"));
    }

    @Test
    void oneWhoseHolderIsNotProvisionedIsAskedAbout() {
        bench.first.leaveCardAtStation(annas);
        bench.store.requests.settle(
                bench.run.snapshot().request().recipients().getFirst().id(), failed());
        isAskedAbout();
    }

    @Test
    void oneThatIsNotOursIsAskedAbout() {
        bench.first.leaveCardAtStation(FakeKey.withPin("4711"));
        isAskedAbout();
    }

    @Test
    void oneThatTheReaderDoesNotShowIsAskedAbout() {
        bench.first.leaveCardInside(annas);
        isAskedAbout();
    }

    @Test
    void withoutKnowingTheReaderOneIsAskedAbout() {
        bench.store.bindings.remove(bench.first.bindingTo("Reader A").printer(), Encoder.CONTACT);
        bench.first.leaveCardAtStation(annas);
        isAskedAbout();
    }

    private void isAskedAbout() {
        bench.start("bert").await(PrinterPhase.NEEDS_OPERATOR);
        assertTrue(bench.run
                .snapshot()
                .printers()
                .getFirst()
                .notice()
                .orElseThrow()
                .is(PrinterProblem.CARD_INSIDE));
        bench.choose(PrinterChoice.REJECT_CARD);
        assertEquals(new Tally(1, 1, 0, 0, 0, 0), bench.ended());
        assertEquals(1, bench.first.output.size());
        assertEquals(1, bench.first.rejected.size());
        assertEquals(1, bench.run.snapshot().printers().getFirst().trays().rejected());
    }

    private long timesPutOut(String user) {
        return bench.events(RunEvent.CardMoved.class).stream()
                .filter(moved -> moved.to() == CardLocation.OUTPUT_TRAY)
                .flatMap(moved -> moved.recipient().stream())
                .filter(holder -> holder.recipient().user().equals(user))
                .count();
    }

    private List<String> told() {
        return bench.events(RunEvent.PrinterStopped.class).stream()
                .map(stopped -> stopped.problem().code().id())
                .toList();
    }

    private static OutcomeRecord failed() {
        return new OutcomeRecord(
                Outcome.FAILED,
                Optional.of(Problem.of(RunProblem.REVOKED)),
                Optional.empty(),
                List.of(),
                Instant.EPOCH,
                Duration.ZERO);
    }
}
