package org.keyhopper.api.printer;

import java.util.Objects;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;

/**
 * A printer at one moment.
 *
 * @param state whether it can work
 * @param conditions everything it reports that somebody should see or do
 * @param card where the card in it is; {@link CardLocation#HOPPER} for none, {@link CardLocation#UNKNOWN} if not told
 * @param vendorCode its own code, verbatim; may be empty
 * @param vendorText its own words, verbatim; may be empty
 * @param recoveries what {@link CardPrinter#recover} may be asked for now
 */
public record PrinterStatus(
        State state,
        Set<Problem> conditions,
        CardLocation card,
        String vendorCode,
        String vendorText,
        Set<Recovery> recoveries) {

    /** Whether it can work. */
    public enum State {
        READY,
        /** Working, warming up, sleeping: it will be ready by itself. */
        BUSY,
        /** A card is at an encoder. */
        ENCODING,
        /** Somebody must load cards, close a cover, remove a jam. */
        NEEDS_OPERATOR,
        /** Needs more than that. */
        FAULT,
        OFFLINE,
        /** The printer does not tell. */
        UNKNOWN
    }

    public PrinterStatus {
        Objects.requireNonNull(state);
        conditions = Set.copyOf(conditions);
        Objects.requireNonNull(card);
        Objects.requireNonNull(vendorCode);
        Objects.requireNonNull(vendorText);
        recoveries = Set.copyOf(recoveries);
    }

    public static PrinterStatus of(State state, CardLocation card) {
        return new PrinterStatus(state, Set.of(), card, "", "", Set.of());
    }

    public PrinterStatus with(Set<Problem> news) {
        return new PrinterStatus(state, news, card, vendorCode, vendorText, recoveries);
    }

    public PrinterStatus withVendor(String code, String text) {
        return new PrinterStatus(state, conditions, card, code, text, recoveries);
    }

    public PrinterStatus withRecoveries(Set<Recovery> offered) {
        return new PrinterStatus(state, conditions, card, vendorCode, vendorText, offered);
    }
}
