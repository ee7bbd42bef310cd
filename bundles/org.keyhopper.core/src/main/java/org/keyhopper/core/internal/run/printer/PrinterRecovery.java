package org.keyhopper.core.internal.run.printer;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Recovery;
import org.keyhopper.api.printer.TriState;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.automatic.PrinterChoice;
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.request.RecipientState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles a printer's problem: waits for it to pass, or calls the operator. Each attempt has a pause before it, and attempts
 * that lead nowhere end with a call. Serves one printer for a whole run. Confined to the printer's thread.
 */
final class PrinterRecovery {

    private static final Logger LOGGER = LoggerFactory.getLogger(PrinterRecovery.class);

    static final Duration ASK = Duration.ofSeconds(10);

    private static final Duration REST = Duration.ofMillis(500);
    private static final Duration MOVE = Duration.ofSeconds(60);

    /** Some services report a state seconds late. Until then it says nothing about a movement that was confirmed. */
    private static final Duration STATE_LAG = Duration.ofSeconds(4);

    /** Looks at the state, {@link #REST} apart, after which it can be taken for the current one. */
    private static final int LOOKS_BEFORE_TRYING = 8;

    /** A printer that works, or that another program has reserved, is asked again at growing intervals up to this one. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    /** A printer is often busy for moments; what lasts longer is reported. */
    private static final Duration REPORTED_BUSY = Duration.ofSeconds(5);

    /** Reservations of a program that has ended expire after 45 s. */
    private static final Duration BUSY_LIMIT = Duration.ofSeconds(60);

    /** How often a leftover card is moved out before the operator has to check. */
    private static final int CLEARING_MOVES = 2;

    static final Set<PrinterChoice> NO_CARD_YET = EnumSet.of(PrinterChoice.CONTINUE, PrinterChoice.GIVE_UP);
    static final Set<PrinterChoice> CARD_UNDER_WAY =
            EnumSet.of(PrinterChoice.CONTINUE, PrinterChoice.CARD_TAKEN_OUT, PrinterChoice.GIVE_UP);
    private static final Set<PrinterChoice> BY_HAND = EnumSet.of(PrinterChoice.CARD_TAKEN_OUT, PrinterChoice.GIVE_UP);

    private final CardPrinter printer;
    private final OperatorIntervention operator;
    private final LeftoverCard leftover;
    private final RunClock clock;

    /** When the last movement ended; null before the first one. */
    private Duration moved;

    /** Since when the printer has refused because it is busy; null while it does not. */
    private Duration busySince;

    /** How often a leftover card was moved out since the printer last did what it was asked for. */
    private int clearingMoves;

    /** @param leftover what is known of a card that was inside before */
    PrinterRecovery(CardPrinter printer, OperatorIntervention operator, LeftoverCard leftover) {
        this.printer = printer;
        this.operator = operator;
        this.leftover = leftover;
        this.clock = operator.clock();
    }

    CardPrinter printer() {
        return printer;
    }

    OperatorIntervention operator() {
        return operator;
    }

    /** The printer did what it was asked for. */
    void worked() {
        busySince = null;
        clearingMoves = 0;
        operator.worked();
    }

    /** The printer moved a card, or may have. */
    void moved() {
        moved = clock.now();
    }

    /**
     * Returns when what failed may be tried again.
     *
     * @param times how often it failed before
     * @return what the operator chose, or CONTINUE
     * @throws PrinterUnavailableException when an operator cannot help
     */
    PrinterChoice seeTo(PrinterException e, int times, Set<PrinterChoice> offered)
            throws PrinterUnavailableException, InterruptedException {
        if (e.kind() == FailureKind.BUSY && outlasts(e.problem(), times, offered)) {
            return PrinterChoice.CONTINUE;
        }
        boolean beyondHelp = e.kind() == FailureKind.CARD_FAILED || e.kind() == FailureKind.PRINTER_FAULT;
        if (beyondHelp && !isUnexplained(e)) {
            throw new PrinterUnavailableException(e.problem());
        }
        return call(PrinterPhase.NEEDS_OPERATOR, e.problem(), offered);
    }

    /** Pauses; returns false when the printer has been busy for too long. */
    private boolean outlasts(Problem why, int times, Set<PrinterChoice> offered)
            throws PrinterUnavailableException, InterruptedException {
        if (busySince == null) {
            busySince = clock.now();
        }
        Duration lasted = clock.now().minus(busySince);
        if (lasted.compareTo(BUSY_LIMIT) >= 0) {
            if (!operator.isUnattended()) {
                busySince = null;
            }
            return false;
        }
        boolean reserved = why.is(PrinterProblem.RESERVED);
        if (reserved || lasted.compareTo(REPORTED_BUSY) >= 0) {
            operator.waits(why);
        }
        clock.sleep(reserved ? LONGEST_PAUSE : pause(times));
        if (operator.isStopping() && !offered.contains(PrinterChoice.CARD_TAKEN_OUT)) {
            throw new PrinterUnavailableException(why);
        }
        return true;
    }

    private static Duration pause(int times) {
        Duration growing = REST.multipliedBy(1L << Math.min(times, 8));
        return growing.compareTo(LONGEST_PAUSE) < 0 ? growing : LONGEST_PAUSE;
    }

    /** As {@link #seeTo}, but nothing may move before an operator has checked, whatever the problem. */
    PrinterChoice seeToLostCard(PrinterException e, int times)
            throws PrinterUnavailableException, InterruptedException {
        return e.kind() == FailureKind.BUSY
                ? seeTo(e, times, CARD_UNDER_WAY)
                : call(PrinterPhase.CARD_LOST, e.problem(), CARD_UNDER_WAY);
    }

    /** Some printers say of a jam or an open cover only that there is an error: a person sees which on the display. */
    static boolean isUnexplained(PrinterException e) {
        return e.problem().is(PrinterProblem.OTHER);
    }

    PrinterChoice call(PrinterPhase asking, Problem why, Set<PrinterChoice> offered)
            throws PrinterUnavailableException, InterruptedException {
        return operator.await(asking, why, offered, new Cleared(why));
    }

    /**
     * A printer that does not report the problem any more is over it. Some never report it, and some report the last one
     * until they are asked to move again, which is safe where a person was needed: so after some looks it is tried. What is
     * reported at first may be from before the movement.
     */
    private final class Cleared implements OperatorIntervention.Probe {

        private final Problem problem;
        private boolean reported;

        Cleared(Problem problem) {
            this.problem = problem;
        }

        @Override
        public boolean isSo(int looks) throws InterruptedException {
            Optional<PrinterStatus> status = status();
            if (status.isEmpty() || isOff(status)) {
                return false;
            }
            boolean now = status.get().conditions().stream().anyMatch(condition -> condition.is(problem.code()));
            boolean gone = reported && !now;
            reported |= now;
            int enough = Math.max(LOOKS_BEFORE_TRYING, operator.looksBeforeTrying());
            return gone || looks >= enough;
        }
    }

    boolean isOff() throws InterruptedException {
        return isOff(status());
    }

    private static boolean isOff(Optional<PrinterStatus> status) {
        return status.filter(now -> now.state() == PrinterStatus.State.OFFLINE).isPresent();
    }

    void rest() throws InterruptedException {
        clock.sleep(REST);
    }

    /**
     * Moves a leftover card out of the printer: one that is known to be provisioned goes to the output tray; any other is
     * removed by the operator, or rejected when the run is unattended. A card that the printer reports only because its state
     * lags behind the last movement is not touched.
     *
     * @return where the printer put it; empty when it put none away, as far as the printer reports
     */
    Optional<PutAway> clearLeftoverCard(Problem why) throws PrinterUnavailableException, InterruptedException {
        if (moved != null && isEmptyBy(moved.plus(STATE_LAG))) {
            return Optional.empty();
        }
        if (clearingMoves >= CLEARING_MOVES) {
            operator.await(PrinterPhase.NEEDS_OPERATOR, why, BY_HAND, looks -> isEmpty());
            return Optional.empty();
        }
        Set<Recovery> offered = status().map(PrinterStatus::recoveries).orElse(Set.of());
        Optional<RecipientState> holder = offered.contains(Recovery.EJECT_CARD) ? leftover.holder() : Optional.empty();
        if (holder.isPresent()) {
            operator.report(LeftoverCard.isGood(holder.get()));
            return putAway(Recovery.EJECT_CARD, new PutAway(CardLocation.OUTPUT_TRAY, holder));
        }
        return clearUnknownCard(why, offered.contains(Recovery.REJECT_CARD));
    }

    private boolean isEmptyBy(Duration end) throws InterruptedException {
        while (!isEmpty()) {
            if (clock.now().compareTo(end) >= 0) {
                return false;
            }
            rest();
        }
        return true;
    }

    private Optional<PutAway> clearUnknownCard(Problem why, boolean offered)
            throws PrinterUnavailableException, InterruptedException {
        Optional<Problem> known = leftover.suspicion();
        PrinterChoice choice = PrinterChoice.REJECT_CARD;
        if (!offered || !operator.isUnattended()) {
            Set<PrinterChoice> choices = EnumSet.copyOf(BY_HAND);
            if (offered) {
                choices.add(PrinterChoice.REJECT_CARD);
            }
            choice = operator.await(PrinterPhase.NEEDS_OPERATOR, known.orElse(why), choices, looks -> isEmpty());
        } else {
            known.ifPresent(operator::report);
        }
        return choice == PrinterChoice.REJECT_CARD
                ? putAway(Recovery.REJECT_CARD, new PutAway(rejected(), Optional.empty()))
                : Optional.empty();
    }

    private CardLocation rejected() {
        return printer.capabilities().rejectTray() == TriState.NO ? CardLocation.OUTPUT_TRAY : CardLocation.REJECT_TRAY;
    }

    /** The printer's confirmation is not enough: some confirm the movement of a card that is not there. */
    private Optional<PutAway> putAway(Recovery movement, PutAway card)
            throws PrinterUnavailableException, InterruptedException {
        clearingMoves++;
        try {
            printer.recover(movement, Deadline.in(MOVE));
            moved();
            return isEmptyBy(moved.plus(STATE_LAG)) ? Optional.of(card) : Optional.empty();
        } catch (PrinterException e) {
            moved();
            seeTo(e, clearingMoves, NO_CARD_YET);
            return Optional.empty();
        }
    }

    private boolean isEmpty() throws InterruptedException {
        return status().filter(now -> now.card() == CardLocation.HOPPER || now.card() == CardLocation.UNKNOWN)
                .isPresent();
    }

    /** A leftover card: where the printer put it, and its holder if known. */
    record PutAway(CardLocation where, Optional<RecipientState> holder) {}

    private Optional<PrinterStatus> status() throws InterruptedException {
        try {
            return Optional.of(printer.status(Deadline.in(ASK)));
        } catch (PrinterException e) {
            LOGGER.info("A printer does not tell how it is: {}", e.problem());
            return Optional.empty();
        }
    }
}
