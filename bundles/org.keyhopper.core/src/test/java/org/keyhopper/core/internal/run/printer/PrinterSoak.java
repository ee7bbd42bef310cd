package org.keyhopper.core.internal.run.printer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.AutomaticOrder.OnProvisioned;
import org.keyhopper.core.automatic.AutomaticOrder.Resumption;
import org.keyhopper.core.fake.AdvancingClock;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.FakePrinter;
import org.keyhopper.core.fake.FakePrinter.Move;
import org.keyhopper.core.fake.SilentPrompts;
import org.keyhopper.core.internal.run.SoakFaults;

/**
 * Many cards through two printers, with faults of devices, printers and the directory that are drawn from a seed. Each request is
 * run and reconciled until it is done; then store, directory and cards must say the same.
 */
final class PrinterSoak implements AutoCloseable {

    private static final int ROUNDS = 12;

    private static final List<PrinterProblem> PROBLEMS = List.of(
            PrinterProblem.HOPPER_EMPTY,
            PrinterProblem.FEED_FAILED,
            PrinterProblem.JAM,
            PrinterProblem.COVER_OPEN,
            PrinterProblem.BUSY,
            PrinterProblem.CONTACT_FAILED,
            PrinterProblem.MOVE_UNCONFIRMED);

    private final AutomaticBench bench = new AutomaticBench(new AdvancingClock());
    private final List<FakePrinter> printers = List.of(bench.first, bench.second);
    private final SoakFaults faults;
    private int runs;
    private int moveFaults;

    PrinterSoak(long seed) {
        faults = new SoakFaults(bench, seed);
        bench.store.bindings.put(bench.first.bindingTo("Reader A"));
        bench.store.bindings.put(bench.second.bindingTo("Reader B"));
        bench.provisioned = OnProvisioned.RESET;
        bench.resumption = Resumption.ByPrinter.within(Duration.ofMinutes(30));
    }

    /** Provisions one request of so many people; fails unless store, directory and cards agree afterwards. */
    void assertRequestIsProvisioned(int size) throws Exception {
        String[] names = faults.people(size);
        faults.on = true;
        load(size);
        bench.start(printers, names).ended();
        runs++;
        faults.count();
        for (int round = 1; round < ROUNDS && !faults.isDone(); round++) {
            settle();
            faults.on = round < ROUNDS / 2;
            load((int) bench.outcomes().stream()
                    .filter(outcome -> outcome != Outcome.PROVISIONED)
                    .count());
            again();
        }
        settle();
        faults.assertProvisioned(
                printers.stream()
                        .flatMap(PrinterSoak::piles)
                        .flatMap(Collection::stream)
                        .toList(),
                names);
        printers.forEach(printer -> {
            printer.output.forEach(card -> assertTrue(card.credentials.size() <= 1, "a card of two people"));
            piles(printer).forEach(Collection::clear);
        });
    }

    private static Stream<Collection<FakeKey>> piles(FakePrinter printer) {
        return Stream.of(printer.output, printer.rejected, printer.takenByHand, printer.hopper);
    }

    private void again() throws Exception {
        List<AutomaticOrder.PrinterOrder> orders = printers.stream()
                .map(printer -> new AutomaticOrder.PrinterOrder(printer.address(), Encoder.CONTACT, ""))
                .toList();
        bench.run = bench.station.startAutomatic(
                new AutomaticOrder(bench.request, orders, bench.provisioned, bench.resumption, bench.pace),
                new SilentPrompts(),
                bench);
        runs++;
        bench.ended();
    }

    /** More cards than people, and movements that fail. */
    private void load(int wanted) {
        for (FakePrinter printer : printers) {
            for (int i = 0; i < wanted + 5; i++) {
                printer.load(faults.card());
            }
            synchronized (faults.random) {
                for (int i = faults.random.nextInt(4); faults.on && i > 0; i--) {
                    Move move = Move.values()[faults.random.nextInt(Move.values().length)];
                    printer.failingAfter(
                            faults.random.nextInt(wanted + 1),
                            move,
                            PROBLEMS.get(faults.random.nextInt(PROBLEMS.size())));
                    moveFaults++;
                }
            }
        }
    }

    /** What a person does after a run: clears the printers, and reconciles. */
    private void settle() {
        printers.forEach(FakePrinter::takeOutByHand);
        faults.settle(bench.station);
    }

    String figures() {
        return "two printers: " + runs + " runs, " + moveFaults + " faults of printers, " + faults.figures();
    }

    @Override
    public void close() {
        bench.close();
    }
}
