package org.keyhopper.core.internal.run.printer;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.automatic.PrinterChoice;
import org.keyhopper.core.automatic.PrinterPhase;

/** Has one printer wait for the operator or, unattended, for its problem to be over. */
final class OperatorIntervention {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

    private final PrinterState state;
    private final RunControl control;
    private final ThroughputMeter meter;
    private final UnattendedRetry retry;
    private final RunClock clock;
    private final BlockingQueue<PrinterChoice> choices = new LinkedBlockingQueue<>();

    /** Confined to the printer's thread. */
    private Problem waitingFor;

    OperatorIntervention(PrinterState state, RunContext run) {
        this.state = state;
        this.control = run.control();
        this.meter = run.state().meter();
        this.clock = run.printing().clock();
        this.retry = new UnattendedRetry(run.order().resumption(), clock);
    }

    /** Accepts the operator's answer to a question. */
    void choose(PrinterChoice choice, int question) {
        if (state.offers(choice, question)) {
            choices.add(choice);
        }
    }

    boolean isUnattended() {
        return retry.isUnattended();
    }

    /** Returns after how many looks an unattended printer that reports nothing is tried again. */
    int looksBeforeTrying() {
        return retry.looksBeforeTrying();
    }

    /**
     * Waits.
     *
     * @param cleared returns whether the problem is over; asked only when unattended
     * @throws PrinterUnavailableException when the printer was given up, no operator came in time, or the run is stopping
     */
    PrinterChoice await(PrinterPhase asking, Problem why, Set<PrinterChoice> offered, Probe cleared)
            throws PrinterUnavailableException, InterruptedException {
        choices.clear();
        PrinterPhase before = state.call(asking, why, offered, isNews(why));
        waitingFor = why;
        retry.begin();
        try {
            PrinterChoice choice = awaited(why, cleared);
            if (choice == PrinterChoice.GIVE_UP) {
                throw new PrinterUnavailableException(why);
            }
            state.enter(before);
            if (!isUnattended()) {
                worked();
            }
            return choice;
        } finally {
            meter.interrupted();
        }
    }

    RunClock clock() {
        return clock;
    }

    boolean isStopping() {
        return control.isStopping();
    }

    /** Reports something that needs no operator. */
    void report(Problem why) {
        if (isNews(why)) {
            state.report(why);
        }
        waitingFor = why;
    }

    /** Reports what the printer is waited for, for the time being without the operator. */
    void waits(Problem why) {
        state.waits(why);
        report(why);
    }

    private boolean isNews(Problem why) {
        return waitingFor == null || !waitingFor.is(why.code());
    }

    /** The printer did what it was asked for: whatever was waited for is over. */
    void worked() {
        retry.reset();
        if (waitingFor != null) {
            waitingFor = null;
            state.resumed();
        }
    }

    private PrinterChoice awaited(Problem why, Probe cleared) throws InterruptedException {
        for (int looks = 1; !control.isStopping() && !retry.isExhausted(why); looks++) {
            Optional<PrinterChoice> choice = clock.poll(choices, POLL_INTERVAL);
            if (choice.isPresent()) {
                return choice.get();
            }
            if (isUnattended() && cleared.isSo(looks)) {
                retry.countAttempt();
                return PrinterChoice.CONTINUE;
            }
        }
        return PrinterChoice.GIVE_UP;
    }

    /** Looks whether a problem is over; how often it looked already is counted from 1. */
    @FunctionalInterface
    interface Probe {
        boolean isSo(int looks) throws InterruptedException;
    }
}
