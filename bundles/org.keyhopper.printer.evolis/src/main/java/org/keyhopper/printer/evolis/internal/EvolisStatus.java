package org.keyhopper.printer.evolis.internal;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.PrinterStatus.State;
import org.keyhopper.api.printer.Recovery;
import org.keyhopper.printer.evolis.internal.EvolisCause.Step;

/**
 * How a printer is. The vendor's state lags behind what a command has done, so it never says where the card is: only the
 * position does.
 *
 * @param vendorText the state as reported, {@code MAJOR,MINOR}, or the printer's last reply
 * @param plain the state when there is no cause
 * @param causes what it complains of
 * @param others what else an operator should know
 * @param card where the card inside is, {@link CardLocation#HOPPER} for none
 */
record EvolisStatus(String vendorText, State plain, Set<EvolisCause> causes, Set<Problem> others, CardLocation card) {

    private static final Set<CardLocation> INSIDE =
            EnumSet.of(CardLocation.CONTACT, CardLocation.CONTACTLESS, CardLocation.INSIDE);

    EvolisStatus {
        causes = Set.copyOf(causes);
        others = Set.copyOf(others);
    }

    /** A printer that cannot be asked. */
    static EvolisStatus unreachable(Problem why) {
        return new EvolisStatus("", State.OFFLINE, Set.of(), Set.of(why), CardLocation.UNKNOWN);
    }

    /** A printer that tells no more than its last reply. */
    static EvolisStatus plain(String lastReply, State state, Set<Problem> problems) {
        return new EvolisStatus(lastReply, state, Set.of(), problems, CardLocation.UNKNOWN);
    }

    /** Reads what {@code SUPERVISION.GetState} reports. */
    static EvolisStatus of(String reported) {
        Optional<EvolisCause> cause = EvolisCause.named(minor(reported));
        return new EvolisStatus(
                reported, plain(reported), cause.map(Set::of).orElse(Set.of()), Set.of(), CardLocation.UNKNOWN);
    }

    private static State plain(String reported) {
        return switch (reported.split(",", 2)[0].strip()) {
            case "READY", "WARNING" -> State.READY;
            case "ERROR" -> State.FAULT;
            // The printer is on-line and takes commands: it was only told to keep its statuses to itself.
            case "OFF" -> minor(reported).equals("PRINTER_STATUS_DISABLED") ? State.UNKNOWN : State.OFFLINE;
            default -> State.UNKNOWN;
        };
    }

    private static String minor(String reported) {
        int comma = reported.indexOf(',');
        return comma < 0 ? "" : reported.substring(comma + 1).strip();
    }

    EvolisStatus with(StatusWords words) {
        EvolisStatus complete = with(words.causes()).at(words.position());
        return words.isReserved() ? complete.reservedByAnother() : complete;
    }

    EvolisStatus with(Collection<EvolisCause> more) {
        Set<EvolisCause> all = new HashSet<>(causes);
        all.addAll(more);
        return new EvolisStatus(vendorText, plain, all, others, card);
    }

    EvolisStatus at(CardLocation location) {
        return new EvolisStatus(vendorText, plain, causes, others, location);
    }

    EvolisStatus reservedByAnother() {
        return new EvolisStatus(vendorText, plain, causes, Set.of(Problem.of(PrinterProblem.RESERVED)), card);
    }

    boolean isOffline() {
        return plain == State.OFFLINE;
    }

    /** Returns whether a card is known to be inside. */
    static boolean isInside(CardLocation location) {
        return INSIDE.contains(location);
    }

    /** Returns why a movement failed that got no better reply than an error. */
    Optional<PrinterException> stopping(Step step, String reply) {
        return EvolisCause.stopping(causes, step)
                .map(cause -> new PrinterException(
                        cause.trouble(isInside(card)), cause.problem().withDetail(reply), null));
    }

    PrinterStatus printerStatus() {
        Set<Problem> conditions = new HashSet<>(others);
        causes.forEach(cause -> conditions.add(cause.problem()));
        State state = state();
        return PrinterStatus.of(state, card)
                .with(conditions)
                .withVendor(minor(vendorText), vendorText)
                .withRecoveries(recoveries(state));
    }

    private State state() {
        if (isOffline()) {
            return State.OFFLINE;
        }
        boolean inside = isInside(card);
        Set<FailureKind> troubles = EnumSet.noneOf(FailureKind.class);
        causes.stream()
                .filter(cause -> inside ? cause.stops(Step.EJECT) : !cause.isHarmless())
                .forEach(cause -> troubles.add(cause.trouble(inside)));
        if (troubles.contains(FailureKind.PRINTER_FAULT) || troubles.contains(FailureKind.CARD_FAILED)) {
            return State.FAULT;
        }
        if (troubles.contains(FailureKind.OPERATOR_NEEDED)) {
            return State.NEEDS_OPERATOR;
        }
        if (inside) {
            return State.ENCODING;
        }
        boolean busy = causes.stream().anyMatch(cause -> cause.trouble(false) == FailureKind.BUSY);
        return busy ? State.BUSY : plain;
    }

    private Set<Recovery> recoveries(State state) {
        if (isInside(card)) {
            // Clearing makes some models reject a card that is inside.
            return Set.of(Recovery.REJECT_CARD, Recovery.EJECT_CARD);
        }
        boolean maybeInside = card == CardLocation.UNKNOWN && (state == State.NEEDS_OPERATOR || state == State.FAULT);
        return maybeInside ? Set.of(Recovery.CLEAR, Recovery.REJECT_CARD, Recovery.EJECT_CARD) : Set.of(Recovery.CLEAR);
    }
}
