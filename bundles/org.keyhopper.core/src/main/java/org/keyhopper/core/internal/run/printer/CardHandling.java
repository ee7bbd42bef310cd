package org.keyhopper.core.internal.run.printer;

import java.time.Duration;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.CardSession;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.automatic.PrinterChoice;
import org.keyhopper.core.automatic.PrinterPhase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves one card, distinguishes a faulty card from a faulty printer, and never repeats a movement that may have happened.
 * Confined to the printer's thread.
 */
final class CardHandling implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(CardHandling.class);

    private static final Duration MOVE = Duration.ofSeconds(60);

    /** How often a card is looked for before the printer's silence counts. */
    private static final int LOOKS = 10;

    private final PrinterRecovery recovery;
    private final Encoder encoder;
    private final PrinterState state;
    private final Witness witness;
    private CardSession session;

    /** What is known of the card beyond what its session knows. */
    private Whereabouts beyond = Whereabouts.AS_REPORTED;

    CardHandling(PrinterRecovery recovery, Encoder encoder, PrinterState state, Witness witness) {
        this.recovery = recovery;
        this.encoder = encoder;
        this.state = state;
        this.witness = witness;
    }

    /** Reserves the printer; a leftover card is cleared first. */
    void begin() throws PrinterUnavailableException, InterruptedException {
        session = null;
        for (int times = 0; session == null; times++) {
            try {
                session = recovery.printer().begin(encoder, Deadline.in(PrinterRecovery.ASK));
                recovery.worked();
            } catch (PrinterException e) {
                if (e.problem().is(PrinterProblem.CARD_INSIDE)) {
                    recovery.clearLeftoverCard(e.problem()).ifPresent(this::note);
                } else {
                    recovery.seeTo(e, times, PrinterRecovery.NO_CARD_YET);
                }
            }
        }
    }

    private void note(PrinterRecovery.PutAway card) {
        state.count(card.holder().isPresent(), card.where(), false);
        state.moved(card.where(), card.holder());
    }

    /** Brings a card to the encoder. */
    void feed() throws PrinterUnavailableException, CardRejectedException, InterruptedException {
        for (int times = 0; ; times++) {
            try {
                move(() -> session.present(Deadline.in(MOVE)));
                return;
            } catch (PrinterException e) {
                if (e.kind() == FailureKind.CARD_FAILED) {
                    throw new CardRejectedException(e.problem());
                }
                if (e.kind() == FailureKind.OUTCOME_UNKNOWN) {
                    find(e.problem(), true);
                } else {
                    take(recovery.seeTo(e, times, PrinterRecovery.NO_CARD_YET));
                }
                if (location().isOut()) {
                    throw new CardRejectedException(e.problem());
                }
            }
        }
    }

    /** Moves the card to the output tray; returns where it is. */
    CardLocation eject() throws PrinterUnavailableException, InterruptedException {
        return leave(() -> session.eject(Deadline.in(MOVE)));
    }

    /** Moves the card to the reject tray; returns where it is. */
    CardLocation reject(Problem why) throws PrinterUnavailableException, InterruptedException {
        return leave(() -> session.reject(why.code().id(), Deadline.in(MOVE)));
    }

    private CardLocation leave(Move movement) throws PrinterUnavailableException, InterruptedException {
        for (int times = 0; !isAway(); times++) {
            try {
                takeUp();
                move(movement);
            } catch (PrinterException e) {
                if (e.kind() == FailureKind.OUTCOME_UNKNOWN) {
                    find(e.problem(), false);
                } else {
                    take(recovery.seeTo(e, times, PrinterRecovery.CARD_UNDER_WAY));
                    lookAgain(e.problem().is(PrinterProblem.JAM) || PrinterRecovery.isUnexplained(e));
                }
            }
        }
        return location();
    }

    private void move(Move movement) throws PrinterException, InterruptedException {
        try {
            movement.run();
            recovery.worked();
        } finally {
            recovery.moved();
        }
    }

    private boolean isAway() {
        return location().isOut() || (session.location() == CardLocation.HOPPER && beyond != Whereabouts.AT_STATION);
    }

    /** A new session does not know of the card that the reader sees until it has presented it, which moves nothing. */
    private void takeUp() throws PrinterException, InterruptedException {
        if (beyond == Whereabouts.AT_STATION && session.location() == CardLocation.HOPPER) {
            session.present(Deadline.in(MOVE));
        }
    }

    /** Returns where the card is; OUTSIDE for one that a person has, or that left without a word. */
    CardLocation location() {
        boolean known = beyond == Whereabouts.AS_REPORTED || beyond == Whereabouts.AT_STATION;
        return known && session != null ? session.location() : CardLocation.OUTSIDE;
    }

    /** Returns whether the printer itself says in which tray the card is. */
    boolean isInTray() {
        CardLocation where = location();
        return where == CardLocation.OUTPUT_TRAY || where == CardLocation.REJECT_TRAY;
    }

    boolean wasTakenOut() {
        return beyond == Whereabouts.IN_HAND;
    }

    private void take(PrinterChoice choice) {
        if (choice == PrinterChoice.CARD_TAKEN_OUT) {
            beyond = Whereabouts.IN_HAND;
        }
    }

    /**
     * After the operator was there the card may be elsewhere. Clearing a jam takes the card out: where the printer does
     * not say otherwise, and the reader sees none, it is in the person's hand.
     */
    private void lookAgain(boolean jam) throws InterruptedException {
        try {
            CardLocation reported = session.locate(Deadline.in(PrinterRecovery.ASK));
            if (jam && reported != CardLocation.INSIDE && !reported.isOut() && !witness.seesCard()) {
                beyond = Whereabouts.IN_HAND;
            }
        } catch (PrinterException e) {
            LOGGER.info("Where the card is now cannot be asked: {}", e.problem());
        }
    }

    /** Finds a card after a movement without answer: the printer is asked, then the reader, then a person. */
    private void find(Problem why, boolean coming) throws PrinterUnavailableException, InterruptedException {
        for (int looks = 0; location() == CardLocation.UNKNOWN; looks++) {
            try {
                CardLocation reported = session.locate(Deadline.in(PrinterRecovery.ASK));
                if (reported == CardLocation.UNKNOWN) {
                    askReader(why, coming, looks);
                }
            } catch (PrinterException e) {
                take(recovery.seeToLostCard(e, looks));
            }
            if (location() == CardLocation.MOVING && looks < LOOKS) {
                recovery.rest();
            }
        }
    }

    private void askReader(Problem why, boolean coming, int looks)
            throws PrinterUnavailableException, InterruptedException {
        if (recovery.isOff()) {
            Problem off = Problem.of(PrinterProblem.OFFLINE);
            take(recovery.call(PrinterPhase.NEEDS_OPERATOR, off, PrinterRecovery.CARD_UNDER_WAY));
        } else if (witness.seesCard() && (coming || looks >= LOOKS)) {
            // It is at the encoder for certain; a session of its own takes it up there.
            session.close();
            begin();
            beyond = Whereabouts.AT_STATION;
        } else if (!witness.seesCard() && !coming) {
            // It left the encoder, on its way out.
            beyond = Whereabouts.LEFT_UNSEEN;
        } else if (looks < LOOKS) {
            // A reader notices late that a card has gone: one still seen counts only after a while.
            recovery.rest();
        } else {
            take(lost(why, PrinterRecovery.CARD_UNDER_WAY));
        }
    }

    /** Unattended, an untouched card that cannot be found is given up: one that is inside would be met by the next feed. */
    private PrinterChoice lost(Problem why, Set<PrinterChoice> offered)
            throws PrinterUnavailableException, InterruptedException {
        PrinterChoice choice = recovery.operator().await(PrinterPhase.CARD_LOST, why, offered, looks -> true);
        return recovery.operator().isUnattended() ? PrinterChoice.CARD_TAKEN_OUT : choice;
    }

    @Override
    public void close() {
        if (session != null) {
            // Rejects a card that is still inside.
            session.close();
            recovery.moved();
        }
    }

    /** Another observer of the card: the reader. */
    @FunctionalInterface
    interface Witness {
        boolean seesCard();
    }

    @FunctionalInterface
    private interface Move {
        void run() throws PrinterException, InterruptedException;
    }

    private enum Whereabouts {
        /** Nothing: what the session knows counts. */
        AS_REPORTED,
        /** The reader saw it at the encoder, while the printer could not tell. */
        AT_STATION,
        /** It left the encoder outwards, and its place is unknown. */
        LEFT_UNSEEN,
        /** A person took it out. */
        IN_HAND
    }
}
