package org.keyhopper.core.internal.automatic;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.CardSession;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Recovery;
import org.keyhopper.api.printer.Station;
import org.keyhopper.api.printer.Trouble;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.automatic.LaneChoice;
import org.keyhopper.core.automatic.LanePhase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves one card, and does for each kind of trouble what is right: waits for a busy printer, calls a person, tells a bad
 * card from a bad printer, and never repeats a movement of which nobody knows whether it happened. Confined to the lane's
 * thread.
 */
final class CardMoves implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(CardMoves.class);

    private static final Duration MOVE = Duration.ofSeconds(60);
    private static final Duration ASK = Duration.ofSeconds(10);
    private static final Duration REST = Duration.ofMillis(500);
    private static final int PATIENCE_WITH_BUSY = 240;
    private static final int LOOKS = 10;
    private static final int LOOKS_BEFORE_TRYING = 6;

    private static final Set<LaneChoice> USUAL = EnumSet.of(LaneChoice.CONTINUE, LaneChoice.GIVE_UP);
    private static final Set<LaneChoice> CARD_UNDER_WAY =
            EnumSet.of(LaneChoice.CONTINUE, LaneChoice.CARD_TAKEN_OUT, LaneChoice.GIVE_UP);

    private final CardPrinter printer;
    private final Station station;
    private final LaneBoard board;
    private final OperatorCall operator;
    private final Witness witness;
    private CardSession session;
    private boolean takenOut;

    /** It left the station outwards, and nobody can tell where it lies. */
    private boolean gone;

    /** The reader saw it there, while the printer could not tell. */
    private boolean isAtStation;

    CardMoves(CardPrinter printer, Station station, LaneBoard board, OperatorCall operator, Witness witness) {
        this.printer = printer;
        this.station = station;
        this.board = board;
        this.operator = operator;
        this.witness = witness;
    }

    /** Reserves the printer; a card from before is put out of the way first. */
    void begin() throws LaneOut, InterruptedException {
        session = null;
        for (int busy = 0; session == null; busy++) {
            try {
                session = printer.begin(station, Deadline.in(ASK));
                operator.worked();
            } catch (PrinterException e) {
                if (e.problem().is(PrinterProblem.CARD_INSIDE)) {
                    clearOldCard(e.problem());
                } else {
                    handle(e, busy, USUAL);
                }
            }
        }
    }

    /** Brings a card to the station. */
    void feed() throws LaneOut, BadCard, InterruptedException {
        for (int busy = 0; ; busy++) {
            try {
                session.present(Deadline.in(MOVE));
                operator.worked();
                return;
            } catch (PrinterException e) {
                if (e.trouble() == Trouble.CARD_FAILED) {
                    throw new BadCard(e.problem());
                }
                if (e.trouble() == Trouble.OUTCOME_UNKNOWN) {
                    find(e.problem(), true);
                } else {
                    handle(e, busy, USUAL);
                }
                if (takenOut || session.location().isOut()) {
                    throw new BadCard(e.problem());
                }
            }
        }
    }

    /** Puts the card to the good ones; returns where it is. */
    CardLocation eject() throws LaneOut, InterruptedException {
        return leave(() -> session.eject(Deadline.in(MOVE)));
    }

    /** Puts the card to the bad ones; returns where it is. */
    CardLocation reject(Problem why) throws LaneOut, InterruptedException {
        return leave(() -> session.reject(why.code().id(), Deadline.in(MOVE)));
    }

    private CardLocation leave(Move move) throws LaneOut, InterruptedException {
        for (int busy = 0; !isAway(); busy++) {
            try {
                takeUp();
                move.run();
                operator.worked();
            } catch (PrinterException e) {
                if (e.trouble() == Trouble.OUTCOME_UNKNOWN) {
                    find(e.problem(), false);
                } else {
                    handle(e, busy, CARD_UNDER_WAY);
                    lookAgain(e.problem().is(PrinterProblem.JAM) || isUnexplained(e));
                }
            }
        }
        return location();
    }

    private boolean isAway() {
        return takenOut
                || gone
                || session.location().isOut()
                || (session.location() == CardLocation.HOPPER && !isAtStation);
    }

    /** A new session does not know of the card that the reader sees until it has presented it, which moves nothing. */
    private void takeUp() throws PrinterException, InterruptedException {
        if (isAtStation && session.location() == CardLocation.HOPPER) {
            session.present(Deadline.in(MOVE));
        }
    }

    /** Returns where the card is; OUTSIDE for one that a person has. */
    CardLocation location() {
        return takenOut || gone || session == null ? CardLocation.OUTSIDE : session.location();
    }

    boolean wasTakenOut() {
        return takenOut;
    }

    private void handle(PrinterException e, int busy, Set<LaneChoice> offered) throws LaneOut, InterruptedException {
        switch (e.trouble()) {
            case BUSY -> {
                if (busy < PATIENCE_WITH_BUSY) {
                    Thread.sleep(REST);
                } else {
                    call(LanePhase.NEEDS_OPERATOR, e.problem(), offered);
                }
            }
            case OPERATOR_NEEDED, OUTCOME_UNKNOWN -> call(LanePhase.NEEDS_OPERATOR, e.problem(), offered);
            case CARD_FAILED, PRINTER_FAULT -> {
                if (!isUnexplained(e)) {
                    throw new LaneOut(e.problem());
                }
                call(LanePhase.NEEDS_OPERATOR, e.problem(), offered);
            }
        }
    }

    /** Some printers say of a jam or an open cover only that there is an error: a person sees which on the display. */
    private static boolean isUnexplained(PrinterException e) {
        return e.problem().is(PrinterProblem.OTHER);
    }

    private void call(LanePhase asking, Problem why, Set<LaneChoice> offered) throws LaneOut, InterruptedException {
        LaneChoice choice = operator.await(asking, why, offered, looks -> isOver(why, looks));
        takenOut |= choice == LaneChoice.CARD_TAKEN_OUT;
    }

    /**
     * A printer that does not report the trouble any more is over it. Some report the last one until they are asked to
     * move again, which is safe where a person was needed: so every few looks it is tried.
     */
    private boolean isOver(Problem trouble, int looks) throws InterruptedException {
        try {
            PrinterStatus status = printer.status(Deadline.in(ASK));
            boolean told = status.conditions().stream().anyMatch(condition -> condition.is(trouble.code()));
            return status.state() != PrinterStatus.State.OFFLINE && (!told || looks % LOOKS_BEFORE_TRYING == 0);
        } catch (PrinterException e) {
            return false;
        }
    }

    private boolean isOff() throws InterruptedException {
        try {
            return printer.status(Deadline.in(ASK)).state() == PrinterStatus.State.OFFLINE;
        } catch (PrinterException e) {
            return false;
        }
    }

    private void clearOldCard(Problem why) throws LaneOut, InterruptedException {
        boolean offered = recoveries().contains(Recovery.REJECT_CARD);
        LaneChoice choice = LaneChoice.REJECT_CARD;
        if (!offered || !operator.isUnattended()) {
            Set<LaneChoice> choices = EnumSet.of(LaneChoice.CARD_TAKEN_OUT, LaneChoice.GIVE_UP);
            if (offered) {
                choices.add(LaneChoice.REJECT_CARD);
            }
            choice = operator.await(LanePhase.NEEDS_OPERATOR, why, choices, looks -> !isCardInside());
        }
        if (choice == LaneChoice.REJECT_CARD) {
            rejectOldCard();
        }
    }

    private void rejectOldCard() throws LaneOut, InterruptedException {
        try {
            printer.recover(Recovery.REJECT_CARD, Deadline.in(MOVE));
            board.moved(CardLocation.REJECT_TRAY, Optional.empty());
            board.moved(CardLocation.HOPPER, Optional.empty());
        } catch (PrinterException e) {
            handle(e, 0, USUAL);
        }
    }

    private Set<Recovery> recoveries() throws InterruptedException {
        try {
            return printer.status(Deadline.in(ASK)).recoveries();
        } catch (PrinterException e) {
            return Set.of();
        }
    }

    private boolean isCardInside() throws InterruptedException {
        try {
            CardLocation card = printer.status(Deadline.in(ASK)).card();
            return card != CardLocation.HOPPER && card != CardLocation.UNKNOWN;
        } catch (PrinterException e) {
            return true;
        }
    }

    /**
     * After a person was there the card may be elsewhere. Whoever clears a jam takes the card out: where the printer does
     * not say otherwise, and the reader sees none, it is in the person's hand.
     */
    private void lookAgain(boolean jam) throws InterruptedException {
        try {
            CardLocation told = session.locate(Deadline.in(ASK));
            takenOut |= jam && told != CardLocation.INSIDE && !told.isOut() && !witness.seesCard();
        } catch (PrinterException e) {
            LOGGER.info("Where the card is now cannot be asked: {}", e.problem());
        }
    }

    /** Finds a card after a movement without answer: the printer is asked, then the reader, then a person. */
    private void find(Problem why, boolean coming) throws LaneOut, InterruptedException {
        for (int looks = 0; session.location() == CardLocation.UNKNOWN && !takenOut && !gone; looks++) {
            try {
                CardLocation told = session.locate(Deadline.in(ASK));
                if (told == CardLocation.UNKNOWN) {
                    askReader(why, coming, looks);
                }
            } catch (PrinterException e) {
                callOrRest(e, looks);
            }
            if (session.location() == CardLocation.MOVING && looks < LOOKS) {
                Thread.sleep(REST);
            }
        }
    }

    /** Whatever keeps a printer from telling where the card is: somebody has to see to it before anything moves. */
    private void callOrRest(PrinterException e, int looks) throws LaneOut, InterruptedException {
        if (e.trouble() == Trouble.BUSY && looks < PATIENCE_WITH_BUSY) {
            Thread.sleep(REST);
        } else {
            call(LanePhase.CARD_LOST, e.problem(), CARD_UNDER_WAY);
        }
    }

    private void askReader(Problem why, boolean coming, int looks) throws LaneOut, InterruptedException {
        if (isOff()) {
            call(LanePhase.NEEDS_OPERATOR, Problem.of(PrinterProblem.OFFLINE), CARD_UNDER_WAY);
        } else if (witness.seesCard() && (coming || looks >= LOOKS)) {
            // It is at the station for certain; a session of its own takes it up there.
            session.close();
            begin();
            isAtStation = true;
        } else if (!witness.seesCard() && !coming) {
            // It left the station, on its way out.
            gone = true;
        } else if (looks < LOOKS) {
            // A reader notices late that a card has gone: one still seen counts only after a while.
            Thread.sleep(REST);
        } else {
            LaneChoice choice = operator.await(LanePhase.CARD_LOST, why, CARD_UNDER_WAY, again -> true);
            takenOut |= choice == LaneChoice.CARD_TAKEN_OUT || operator.isUnattended();
        }
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
        }
    }

    /** Somebody else who may see the card. */
    @FunctionalInterface
    interface Witness {
        boolean seesCard();
    }

    @FunctionalInterface
    private interface Move {
        void run() throws PrinterException, InterruptedException;
    }
}
