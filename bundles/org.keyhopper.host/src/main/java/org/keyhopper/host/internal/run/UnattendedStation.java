package org.keyhopper.host.internal.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.automatic.AutomaticChoice;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.automatic.AutomaticRun;
import org.keyhopper.core.request.CentralUnavailableException;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.run.RunRefusedException;
import org.keyhopper.core.station.Station;
import org.keyhopper.host.internal.output.AutomaticLines;
import org.keyhopper.host.internal.output.Output;
import org.keyhopper.host.internal.output.RunLines;

/** Runs the requests of Central, one after the other, until the process receives a signal to end. */
public final class UnattendedStation {

    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(5);

    private final Station station;
    private final Output output;
    private final Rules rules;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicReference<AutomaticRun> running = new AtomicReference<>();

    /** The request that was run last; others come first, so that one that halts does not keep them waiting. */
    private Optional<RequestId> last = Optional.empty();

    /**
     * How it works.
     *
     * @param interval between two questions for requests, and after a run that halted
     * @param all whether requests that are not assigned to the station are run, too
     * @param once whether it ends when no one is pending
     */
    public record Rules(Duration interval, boolean all, boolean once) {}

    public UnattendedStation(Station station, Output output, Rules rules) {
        this.station = station;
        this.output = output;
        this.rules = rules;
    }

    /**
     * Works until the process ends; blocking.
     *
     * @param printers to be reported
     */
    public void work(List<AutomaticOrder.PrinterOrder> printers, Function<RequestId, AutomaticOrder> orders) {
        try (PrinterReporter reporter = PrinterReporter.start(station, new AutomaticLines(output), BETWEEN_REPORTS)) {
            work(reporter, printers, orders);
        }
    }

    private void work(
            PrinterReporter reporter,
            List<AutomaticOrder.PrinterOrder> printers,
            Function<RequestId, AutomaticOrder> orders) {
        Thread hook = new Thread(this::stop, "stop the station");
        Runtime.getRuntime().addShutdownHook(hook);
        Interrupt.onFirst(() -> {
            output.print("Stopping after the cards in progress. Press Ctrl-C again to end immediately.");
            stopAfterTheseCards();
        });
        while (!isStopped()) {
            try {
                Optional<RequestId> next = next();
                boolean completed = next.isPresent() && completed(orders.apply(next.get()), reporter);
                if (next.isEmpty() && rules.once()) {
                    stopped.countDown();
                } else if (!completed) {
                    reporter.ask(printers);
                    pause();
                }
            } catch (CentralUnavailableException e) {
                print(e.problem());
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stopped.countDown();
            }
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private Optional<RequestId> next() {
        Optional<Set<RequestId>> mine = rules.all() ? Optional.empty() : Optional.of(assigned());
        List<RequestId> pending = station.requests().list().stream()
                .filter(request -> request.tally().pending() > 0)
                .filter(request -> mine.isEmpty() || mine.get().contains(request.id()))
                .map(ProvisioningRequest::id)
                .toList();
        Stream<RequestId> others = pending.stream().filter(id -> !last.equals(Optional.of(id)));
        last = others.findFirst().or(() -> pending.stream().findFirst());
        return last;
    }

    private Set<RequestId> assigned() {
        Answer<Set<RequestId>> answer = station.central().reports().assigned();
        return answer.result()
                .orElseThrow(
                        () -> new CentralUnavailableException(answer.failure().orElseThrow()));
    }

    /** Runs a request; returns false if it was halted or refused, or people are left, perhaps at another station. */
    private boolean completed(AutomaticOrder order, PrinterReporter reporter) {
        try {
            AutomaticRun run = station.startAutomatic(order, new HeadlessDirectoryPrompts(output), reporter);
            running.set(run);
            if (isStopped()) {
                run.choose(AutomaticChoice.STOP_AFTER_THIS_CARD);
            }
            return run.ended().join().pending() == 0 && run.snapshot().phase() != AutomaticPhase.HALTED;
        } catch (RunRefusedException e) {
            print(e.problem());
            return false;
        } finally {
            running.set(null);
        }
    }

    private void print(Problem problem) {
        new RunLines(output).printProblem(problem);
    }

    private void pause() {
        try {
            if (stopped.await(rules.interval().toMillis(), TimeUnit.MILLISECONDS)) {
                output.print("Stopped.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }

    private void stopAfterTheseCards() {
        stopped.countDown();
        Optional.ofNullable(running.get()).ifPresent(run -> run.choose(AutomaticChoice.STOP_AFTER_THIS_CARD));
    }

    /** Delays the exit of the process until the current cards are finished. */
    private void stop() {
        stopAfterTheseCards();
        Optional.ofNullable(running.get()).ifPresent(run -> run.ended().join());
    }
}
