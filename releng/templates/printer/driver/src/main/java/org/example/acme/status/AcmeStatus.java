package org.example.acme.status;

import java.util.Map;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterProblemCode;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Recovery;

/** The table of errors: Acme's numbers, and what each means here. */
public final class AcmeStatus {

    private static final Map<String, PrinterProblemCode> ERRORS = Map.of(
            "ERROR 1", PrinterProblem.HOPPER_EMPTY,
            "ERROR 2", PrinterProblem.JAM,
            "ERROR 3", PrinterProblem.COVER_OPEN,
            "ERROR 4", PrinterProblem.REJECT_FULL,
            "ERROR 5", PrinterProblem.RESERVED,
            "ERROR 6", AcmeProblem.CARDS_STUCK);

    private static final Map<String, CardLocation> PLACES = Map.of(
            "NONE", CardLocation.HOPPER,
            "CONTACT", CardLocation.CONTACT,
            "CONTACTLESS", CardLocation.CONTACTLESS,
            "INSIDE", CardLocation.INSIDE);

    private AcmeStatus() {}

    public static PrinterException failure(String reply) {
        return PrinterException.of(ERRORS.getOrDefault(reply, PrinterProblem.OTHER), reply)
                .withDetail(reply);
    }

    public static CardLocation place(String reply) {
        return PLACES.getOrDefault(reply, CardLocation.UNKNOWN);
    }

    public static PrinterStatus status(String state, CardLocation card) {
        if (state.equals("READY")) {
            return PrinterStatus.of(PrinterStatus.State.READY, card).withRecoveries(recoveries(card));
        }
        Problem condition = failure(state).problem();
        return PrinterStatus.of(PrinterStatus.State.NEEDS_OPERATOR, card)
                .with(Set.of(condition))
                .withVendor(state, "");
    }

    /** A card from before can be put away without a hand. */
    private static Set<Recovery> recoveries(CardLocation card) {
        boolean inside =
                card == CardLocation.CONTACT || card == CardLocation.CONTACTLESS || card == CardLocation.INSIDE;
        return inside ? Set.of(Recovery.REJECT_CARD, Recovery.EJECT_CARD) : Set.of();
    }
}
