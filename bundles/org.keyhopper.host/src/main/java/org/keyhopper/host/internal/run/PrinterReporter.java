package org.keyhopper.host.internal.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterIdentity;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.automatic.AutomaticListener;
import org.keyhopper.core.automatic.AutomaticOrder.PrinterOrder;
import org.keyhopper.core.automatic.AutomaticSnapshot;
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.automatic.PrinterSnapshot;
import org.keyhopper.core.automatic.ReadinessCheck;
import org.keyhopper.core.central.PrinterReport;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.station.Station;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports the printers of an unattended station to Central: as a run shows them, and as they say themselves between two runs.
 * On a thread of its own, so that no run waits for it. Any thread.
 */
final class PrinterReporter implements AutomaticListener, AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(PrinterReporter.class);
    private static final Duration STATUS = Duration.ofSeconds(10);

    /** A change is reported soon, and what has not changed so often that a station that ended is noticed. */
    private static final int LOOKS_WITHOUT_CHANGE = 12;

    private final Station station;
    private final AutomaticListener next;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("printer reports").factory());

    private volatile List<PrinterReport> latest = List.of();

    /** On the thread only. */
    private List<PrinterReport> reported = List.of();

    private int unchanged;

    /** Why the last report failed; on the thread only. */
    private Optional<Problem> failing = Optional.empty();

    private PrinterReporter(Station station, AutomaticListener next) {
        this.station = station;
        this.next = next;
    }

    /**
     * Starts reporting.
     *
     * @param next receives everything of a run, too
     * @param interval between two looks for a change
     */
    static PrinterReporter start(Station station, AutomaticListener next, Duration interval) {
        PrinterReporter reporter = new PrinterReporter(station, next);
        reporter.thread.scheduleWithFixedDelay(
                reporter::report, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        return reporter;
    }

    private void report() {
        List<PrinterReport> now = latest;
        unchanged++;
        if (now.isEmpty() || now.equals(reported) && unchanged < LOOKS_WITHOUT_CHANGE) {
            return;
        }
        try {
            Optional<Problem> failure = station.central().reports().report(now).failure();
            // An outage lasts many attempts and is logged once.
            failure.filter(problem -> !Optional.of(problem).equals(failing))
                    .ifPresent(problem -> LOGGER.warn("The printers cannot be reported to Central: {}", problem));
            failing = failure;
            if (failure.isEmpty()) {
                reported = now;
                unchanged = 0;
            }
        } catch (RuntimeException e) {
            // The schedule would end with it.
            LOGGER.warn("The printers were not reported to Central", e);
        }
    }

    /** Asks the printers for their status while no run uses them; blocking. */
    void ask(List<PrinterOrder> orders) throws InterruptedException {
        List<PrinterReport> all = new ArrayList<>();
        for (PrinterOrder order : orders) {
            all.add(asked(order));
        }
        latest = all;
    }

    private PrinterReport asked(PrinterOrder order) throws InterruptedException {
        String address = order.printer().toString();
        try (CardPrinter printer = station.printers().open(order.printer(), Deadline.in(STATUS))) {
            PrinterStatus status = printer.status(Deadline.in(STATUS));
            return new PrinterReport(
                    address,
                    name(printer.identity(), address),
                    status.state(),
                    conditions(status.conditions().stream()),
                    0,
                    0);
        } catch (PrinterException e) {
            return new PrinterReport(
                    address, address, PrinterStatus.State.OFFLINE, conditions(Stream.of(e.problem())), 0, 0);
        }
    }

    private static String name(PrinterIdentity identity, String address) {
        String name = (identity.vendor() + " " + identity.model()).strip();
        return name.isEmpty() ? address : name;
    }

    private static List<PrinterReport.Condition> conditions(Stream<Problem> problems) {
        return problems.map(it -> new PrinterReport.Condition(it.code().id(), it.arguments()))
                .distinct()
                .sorted((one, other) -> one.code().compareTo(other.code()))
                .toList();
    }

    @Override
    public void changed(AutomaticSnapshot snapshot) {
        latest = snapshot.printers().stream().map(PrinterReporter::of).toList();
        next.changed(snapshot);
    }

    @Override
    public void happened(RunEvent event) {
        next.happened(event);
    }

    private static PrinterReport of(PrinterSnapshot printer) {
        Stream<Problem> checks = printer.readiness().stream()
                .filter(it -> it.state() != ReadinessCheck.State.GOOD)
                .flatMap(it -> it.problem().stream());
        Stream<Problem> now = Stream.of(printer.notice(), printer.warning()).flatMap(Optional::stream);
        boolean begun = printer.phase() != PrinterPhase.CHECKING && printer.phase() != PrinterPhase.WAITING;
        return new PrinterReport(
                printer.order().printer().toString(),
                printer.name(),
                state(printer.phase()),
                conditions(begun ? now : Stream.concat(checks, now)),
                printer.trays().output(),
                printer.trays().rejected());
    }

    private static PrinterStatus.State state(PrinterPhase phase) {
        return switch (phase) {
            case CHECKING, WAITING, DONE -> PrinterStatus.State.READY;
            case FEEDING, IDENTIFYING, EJECTING, REJECTING -> PrinterStatus.State.BUSY;
            case WORKING -> PrinterStatus.State.ENCODING;
            case NEEDS_OPERATOR, CARD_LOST -> PrinterStatus.State.NEEDS_OPERATOR;
            case OUT -> PrinterStatus.State.FAULT;
        };
    }

    /** Reports once more what is not reported yet. */
    @Override
    public void close() {
        thread.execute(this::report);
        thread.shutdown();
        try {
            thread.awaitTermination(STATUS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.shutdownNow();
    }
}
