package org.keyhopper.printer.evolis.status;

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
import org.keyhopper.printer.evolis.status.EvolisCause.Step;

/**
 * The status of a printer. The vendor's state lags behind executed commands, so the position of the card is never
 * derived from it, only from the position query.
 *
 * @param vendorText the state as reported, {@code MAJOR,MINOR}, or the printer's last reply
 * @param plain the state if there is no cause
 * @param causes the reported conditions
 * @param others further problems for the operator
 * @param card the position of the card inside, {@link CardLocation#HOPPER} for none
 */
public record EvolisStatus(
        String vendorText, State plain, Set<EvolisCause> causes, Set<Problem> others, CardLocation card) {

    private static final Set<CardLocation> INSIDE =
            EnumSet.of(CardLocation.CONTACT, CardLocation.CONTACTLESS, CardLocation.INSIDE);

    public EvolisStatus {
        causes = Set.copyOf(causes);
        others = Set.copyOf(others);
    }

    /** The status of a printer that cannot be queried. */
    public static EvolisStatus unreachable(Problem why) {
        return new EvolisStatus("", State.OFFLINE, Set.of(), Set.of(why), CardLocation.UNKNOWN);
    }

    /** The status of a printer that reports only its last reply. */
    public static EvolisStatus plain(String lastReply, State state, Set<Problem> problems) {
        return new EvolisStatus(lastReply, state, Set.of(), problems, CardLocation.UNKNOWN);
    }

    /** Parses the result of {@code SUPERVISION.GetState}. */
    public static EvolisStatus of(String reported) {
        Optional<EvolisCause> cause = EvolisCause.named(minor(reported));
        return new EvolisStatus(
                reported, plain(reported), cause.map(Set::of).orElse(Set.of()), Set.of(), CardLocation.UNKNOWN);
    }

    private static State plain(String reported) {
        return switch (reported.split(",", 2)[0].strip()) {
            case "READY", "WARNING" -> State.READY;
            case "ERROR" -> State.FAULT;
            // The printer is online and accepts commands: only its statuses are disabled.
            case "OFF" -> minor(reported).equals("PRINTER_STATUS_DISABLED") ? State.UNKNOWN : State.OFFLINE;
            default -> State.UNKNOWN;
        };
    }

    private static String minor(String reported) {
        int comma = reported.indexOf(',');
        return comma < 0 ? "" : reported.substring(comma + 1).strip();
    }

    public EvolisStatus with(StatusWords words) {
        EvolisStatus complete = with(words.causes()).at(words.position());
        return words.isReserved() ? complete.reservedByAnother() : complete;
    }

    public EvolisStatus with(Collection<EvolisCause> more) {
        Set<EvolisCause> all = new HashSet<>(causes);
        all.addAll(more);
        return new EvolisStatus(vendorText, plain, all, others, card);
    }

    public EvolisStatus at(CardLocation location) {
        return new EvolisStatus(vendorText, plain, causes, others, location);
    }

    public EvolisStatus reservedByAnother() {
        return new EvolisStatus(vendorText, plain, causes, Set.of(Problem.of(PrinterProblem.RESERVED)), card);
    }

    public boolean isOffline() {
        return plain == State.OFFLINE;
    }

    /** Returns whether a card is known to be inside. */
    public static boolean isInside(CardLocation location) {
        return INSIDE.contains(location);
    }

    /** Returns the cause of a movement's failure with an unspecific error reply. */
    public Optional<PrinterException> stopping(Step step, String reply) {
        return EvolisCause.mostSevereStopping(causes, step)
                .map(cause -> new PrinterException(
                        cause.kind(isInside(card)), cause.problem().withDetail(reply), null));
    }

    public PrinterStatus printerStatus() {
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
        Set<FailureKind> kinds = EnumSet.noneOf(FailureKind.class);
        causes.stream()
                .filter(cause -> inside ? cause.stops(Step.EJECT) : !cause.isHarmless())
                .forEach(cause -> kinds.add(cause.kind(inside)));
        if (kinds.contains(FailureKind.PRINTER_FAULT) || kinds.contains(FailureKind.CARD_FAILED)) {
            return State.FAULT;
        }
        if (kinds.contains(FailureKind.OPERATOR_NEEDED)) {
            return State.NEEDS_OPERATOR;
        }
        if (inside) {
            return State.ENCODING;
        }
        boolean busy = causes.stream().anyMatch(cause -> cause.kind(false) == FailureKind.BUSY);
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
