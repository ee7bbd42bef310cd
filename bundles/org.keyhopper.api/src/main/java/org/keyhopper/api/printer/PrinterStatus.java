package org.keyhopper.api.printer;

import java.util.Objects;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;

/**
 * The status of a printer at one moment.
 *
 * @param state whether it can work
 * @param conditions all reported conditions that the operator should know
 * @param card the position of the card; {@link CardLocation#HOPPER} for none, {@link CardLocation#UNKNOWN} if not
 *     reported
 * @param vendorCode the printer's code, verbatim; may be empty
 * @param vendorText the printer's message, verbatim; may be empty
 * @param recoveries the recoveries that {@link CardPrinter#recover} currently accepts
 */
public record PrinterStatus(
        State state,
        Set<Problem> conditions,
        CardLocation card,
        String vendorCode,
        String vendorText,
        Set<Recovery> recoveries) {

    /** Whether the printer can work. */
    public enum State {
        READY,
        /** Working, warming up or sleeping: becomes ready without intervention. */
        BUSY,
        /** A card is at an encoder. */
        ENCODING,
        /** The operator has to load cards, close a cover or clear a jam. */
        NEEDS_OPERATOR,
        /** Requires service. */
        FAULT,
        OFFLINE,
        /** Not reported. */
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
