package org.keyhopper.core.internal.automatic;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.Known;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Recovery;
import org.keyhopper.api.printer.Trouble;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.automatic.LaneChoice;
import org.keyhopper.core.automatic.LanePhase;
import org.keyhopper.core.request.RecipientState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done about a printer's trouble: it is waited for, or a person is called. Confined to the lane's thread.
 *
 * @param before what is known of a card that was inside before
 */
record PrinterRecovery(CardPrinter printer, OperatorIntervention operator, CardFromBefore before) {

    private static final Logger LOGGER = LoggerFactory.getLogger(PrinterRecovery.class);

    static final Duration ASK = Duration.ofSeconds(10);

    private static final Duration REST = Duration.ofMillis(500);
    private static final Duration MOVE = Duration.ofSeconds(60);
    private static final int PATIENCE_WITH_BUSY = 240;
    private static final int LOOKS_BEFORE_TRYING = 6;

    static final Set<LaneChoice> NO_CARD_YET = EnumSet.of(LaneChoice.CONTINUE, LaneChoice.GIVE_UP);
    static final Set<LaneChoice> CARD_UNDER_WAY =
            EnumSet.of(LaneChoice.CONTINUE, LaneChoice.CARD_TAKEN_OUT, LaneChoice.GIVE_UP);

    /**
     * Returns when what failed may be tried again.
     *
     * @param times how often it failed before
     * @return what a person chose, or CONTINUE
     * @throws LaneOut when nobody at the printer can help
     */
    LaneChoice seeTo(PrinterException e, int times, Set<LaneChoice> offered) throws LaneOut, InterruptedException {
        if (e.trouble() == Trouble.BUSY && times < PATIENCE_WITH_BUSY) {
            rest();
            return LaneChoice.CONTINUE;
        }
        boolean beyondHelp = e.trouble() == Trouble.CARD_FAILED || e.trouble() == Trouble.PRINTER_FAULT;
        if (beyondHelp && !isUnexplained(e)) {
            throw new LaneOut(e.problem());
        }
        return call(LanePhase.NEEDS_OPERATOR, e.problem(), offered);
    }

    /** As {@link #seeTo}, but nothing may move before somebody has seen to it, whatever it is. */
    LaneChoice seeToLostCard(PrinterException e, int times) throws LaneOut, InterruptedException {
        return e.trouble() == Trouble.BUSY
                ? seeTo(e, times, CARD_UNDER_WAY)
                : call(LanePhase.CARD_LOST, e.problem(), CARD_UNDER_WAY);
    }

    /** Some printers say of a jam or an open cover only that there is an error: a person sees which on the display. */
    static boolean isUnexplained(PrinterException e) {
        return e.problem().is(PrinterProblem.OTHER);
    }

    LaneChoice call(LanePhase asking, Problem why, Set<LaneChoice> offered) throws LaneOut, InterruptedException {
        return operator.await(asking, why, offered, new Cleared(why));
    }

    /**
     * A printer that does not report the trouble any more is over it. Some never report it, and some report the last one
     * until they are asked to move again, which is safe where a person was needed: so after some looks it is tried.
     */
    private final class Cleared implements OperatorIntervention.Probe {

        private final Problem trouble;
        private boolean reported;

        Cleared(Problem trouble) {
            this.trouble = trouble;
        }

        @Override
        public boolean isSo(int looks) throws InterruptedException {
            Optional<PrinterStatus> status = status();
            if (status.isEmpty() || isOff(status)) {
                return false;
            }
            boolean now = status.get().conditions().stream().anyMatch(condition -> condition.is(trouble.code()));
            boolean gone = reported && !now;
            reported |= now;
            int enough = Math.max(now ? LOOKS_BEFORE_TRYING : 1, operator.looksBeforeTrying());
            return gone || looks >= enough;
        }
    }

    boolean isOff() throws InterruptedException {
        return isOff(status());
    }

    private static boolean isOff(Optional<PrinterStatus> status) {
        return status.filter(now -> now.state() == PrinterStatus.State.OFFLINE).isPresent();
    }

    static void rest() throws InterruptedException {
        Thread.sleep(REST);
    }

    /**
     * Puts a card from before out of the way: the printer does with one that is known to be good; with another one a person
     * does, or where there is none the printer.
     *
     * @return where the printer put it; empty when it did not
     */
    Optional<PutAway> clearOldCard(Problem why) throws LaneOut, InterruptedException {
        Set<Recovery> offered = status().map(PrinterStatus::recoveries).orElse(Set.of());
        Optional<RecipientState> holder = offered.contains(Recovery.EJECT_CARD) ? before.holder() : Optional.empty();
        if (holder.isPresent()) {
            operator.tell(CardFromBefore.isGood(holder.get()));
            return putAway(Recovery.EJECT_CARD, new PutAway(CardLocation.OUTPUT_TRAY, holder));
        }
        return clearUnknownCard(why, offered.contains(Recovery.REJECT_CARD));
    }

    private Optional<PutAway> clearUnknownCard(Problem why, boolean offered) throws LaneOut, InterruptedException {
        Optional<Problem> known = before.suspicion();
        LaneChoice choice = LaneChoice.REJECT_CARD;
        if (!offered || !operator.isUnattended()) {
            Set<LaneChoice> choices = EnumSet.of(LaneChoice.CARD_TAKEN_OUT, LaneChoice.GIVE_UP);
            if (offered) {
                choices.add(LaneChoice.REJECT_CARD);
            }
            choice = operator.await(LanePhase.NEEDS_OPERATOR, known.orElse(why), choices, looks -> isEmpty());
        } else {
            known.ifPresent(operator::tell);
        }
        return choice == LaneChoice.REJECT_CARD
                ? putAway(Recovery.REJECT_CARD, new PutAway(rejected(), Optional.empty()))
                : Optional.empty();
    }

    private CardLocation rejected() {
        return printer.capabilities().rejectTray() == Known.NO ? CardLocation.OUTPUT_TRAY : CardLocation.REJECT_TRAY;
    }

    private Optional<PutAway> putAway(Recovery movement, PutAway card) throws LaneOut, InterruptedException {
        try {
            printer.recover(movement, Deadline.in(MOVE));
            return Optional.of(card);
        } catch (PrinterException e) {
            seeTo(e, 0, NO_CARD_YET);
            return Optional.empty();
        }
    }

    private boolean isEmpty() throws InterruptedException {
        return status().filter(now -> now.card() == CardLocation.HOPPER || now.card() == CardLocation.UNKNOWN)
                .isPresent();
    }

    /** A card from before, where the printer put it, and whose it is if that is known. */
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
