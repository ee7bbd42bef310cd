package org.keyhopper.core.internal.run.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.core.automatic.AutomaticChoice;
import org.keyhopper.core.automatic.AutomaticOrder.Resumption.ByPrinter;
import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.automatic.PrinterSnapshot.TrayCounts;
import org.keyhopper.core.fake.AdvancingClock;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.LaggingPrinter;
import org.keyhopper.core.fake.LaggingPrinter.Kind;
import org.keyhopper.core.fake.LaggingPrinter.Sent;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.RunEvent;

/** Unattended runs through a printer whose state lags and whose movements fail at random, on a clock that advances by itself. */
@Execution(ExecutionMode.CONCURRENT)
class LaggingPrinterRunTest {

    private static final int CARDS = 200;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);

    private final AdvancingClock clock = new AdvancingClock();
    private final AutomaticBench bench = new AutomaticBench(clock);

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyCardIsMovedWithCauseOnlyAndEndsWhereTheReportSays(long seed) {
        LaggingPrinter printer = new LaggingPrinter(bench.reader, clock, seed, 15).load(2 * CARDS);
        bench.resumption = new ByPrinter(Duration.ofHours(1), 6);
        String[] people = IntStream.range(0, CARDS).mapToObj(i -> "person" + i).toArray(String[]::new);
        bench.directory.with(people);
        bench.station.add(printer);
        bench.start(printer.address(), people);
        assertEquals(new Tally(CARDS, CARDS, 0, 0, 0, 0), bench.ended(), () -> "seed " + seed);
        assertEachMovementHadACause(printer.sent);
        assertEquals(0, count(printer.sent, Kind.RECOVER), "a state that lags was taken for a card from before");
        assertTrue(calls() <= printer.causes, () -> calls() + " calls for " + printer.causes + " causes");
        assertTraysAreAsReported(printer);
        report(seed, printer);
    }

    @Test
    void aCardReportedForEverIsMovedFewTimesThenTheOperatorIsCalledAndTheRunEnds() {
        LaggingPrinter printer = new LaggingPrinter(bench.reader, clock, 1, 0).load(3);
        printer.reportsCardForEver = true;
        bench.resumption = ByPrinter.within(Duration.ofMinutes(15));
        bench.station.add(printer);
        bench.start(printer.address(), "anna", "bert");
        assertEquals(new Tally(2, 0, 0, 0, 2, 0), bench.ended());
        assertEquals(AutomaticPhase.HALTED, bench.run.snapshot().phase());
        assertTrue(bench.run.snapshot().notice().orElseThrow().is(PrinterProblem.CARD_INSIDE));
        assertEquals(1, calls());
        assertTrue(printer.sent.size() <= 10, () -> printer.sent.toString());
        assertTrue(clock.now().compareTo(Duration.ofMinutes(16)) < 0, () -> clock.now()
                .toString());
        assertEquals(TrayCounts.EMPTY, bench.printer().trays(), "no card was moved");
    }

    @Test
    void aPrinterReservedByAnotherProgramIsAskedSeldomAndReportedAtOnce() {
        LaggingPrinter printer = new LaggingPrinter(bench.reader, clock, 1, 0).load(1);
        printer.reserved = true;
        bench.resumption = ByPrinter.within(Duration.ofMinutes(5));
        bench.station.add(printer);
        bench.start(printer.address(), "anna");
        assertEquals(new Tally(1, 0, 0, 0, 1, 0), bench.ended());
        assertEquals(1, calls());
        long longest = clock.now().toSeconds();
        assertTrue(printer.begun <= longest / 3 + 1, () -> printer.begun + " attempts in " + longest + " s");
    }

    @Test
    void stopEndsTheWaitForABusyPrinter() {
        LaggingPrinter printer = new LaggingPrinter(bench.reader, clock, 1, 0).load(1);
        printer.reserved = true;
        bench.station.add(printer);
        bench.start(printer.address(), "anna");
        bench.await(snapshot -> !bench.events(RunEvent.PrinterStopped.class).isEmpty(), "reported");
        bench.choose(AutomaticChoice.STOP_AFTER_THIS_CARD);
        assertEquals(new Tally(1, 0, 0, 0, 1, 0), bench.ended());
        assertEquals(PrinterPhase.OUT, bench.printer().phase());
    }

    private static long count(List<Sent> sent, Kind kind) {
        return sent.stream().filter(one -> one.kind() == kind).count();
    }

    /** Reports for which an operator is needed, without those of a printer that is busy. */
    private int calls() {
        return (int) bench.events(RunEvent.PrinterStopped.class).stream()
                .filter(stopped -> !stopped.forGood())
                .filter(stopped -> !(stopped.problem().code() instanceof PrinterProblem known
                        && known.kind() == FailureKind.BUSY
                        && !known.equals(PrinterProblem.RESERVED)))
                .count();
    }

    /** A movement is sent again only after it failed, after a pause, and when it was not confirmed after the card was located. */
    private static void assertEachMovementHadACause(List<Sent> sent) {
        for (int i = 1; i < sent.size(); i++) {
            Sent before = sent.get(i - 1);
            Sent now = sent.get(i);
            if (before.kind() != now.kind() || before.card() != now.card()) {
                continue;
            }
            assertTrue(before.failure().isPresent(), () -> before + " was confirmed, then " + now);
            if (before.failure().equals(Optional.of(PrinterProblem.MOVE_UNCONFIRMED))) {
                assertTrue(now.located() > before.located(), () -> before + " was repeated blindly by " + now);
            } else {
                Duration pause = now.at().minus(before.at());
                assertTrue(pause.compareTo(SHORTEST_PAUSE) >= 0, () -> now + " came " + pause + " after " + before);
            }
        }
    }

    private void assertTraysAreAsReported(LaggingPrinter printer) {
        TrayCounts piles = bench.printer().trays();
        assertEquals(new TrayCounts(printer.output.size(), printer.rejected.size(), 0, 0), piles);
        assertEquals(CARDS, printer.output.size());
        Set<Object> seen = new HashSet<>();
        for (FakeKey card : printer.output) {
            assertEquals(1, card.credentials.size());
            assertTrue(seen.addAll(card.credentials.keySet()));
        }
        printer.rejected.forEach(card -> assertEquals(0, card.credentials.size()));
        assertEquals(seen.size(), bench.directory.passkeys.size());
    }

    private void report(long seed, LaggingPrinter printer) {
        Map<Integer, Integer> perCard = new HashMap<>();
        printer.sent.forEach(sent -> perCard.merge(sent.card(), 1, Integer::sum));
        int most = perCard.values().stream().max(Integer::compare).orElseThrow();
        System.out.printf(
                "seed %d: %d movements for %d cards, %.2f a card, at most %d; %d causes, %d operator calls, %d cards"
                        + " rejected%n",
                seed,
                printer.sent.size(),
                perCard.size(),
                (double) printer.sent.size() / perCard.size(),
                most,
                printer.causes,
                calls(),
                printer.rejected.size());
        assertTrue(most <= 40, "movements of one card: " + most);
    }
}
