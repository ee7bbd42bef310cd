package org.keyhopper.api.printer;

import java.util.Locale;
import org.keyhopper.api.diagnostic.ProblemCode;

/** What can go wrong between a printer and a card, as an operator has to tell it apart. */
public enum PrinterProblem implements ProblemCode {
    /** The address cannot be understood. Argument 0: the address. */
    BAD_ADDRESS(FailureKind.PRINTER_FAULT),
    /** An option of the address makes no sense. Argument 0: its name, argument 1: its value. */
    BAD_OPTION(FailureKind.PRINTER_FAULT),
    /** No installed driver knows this kind of address. Argument 0: the scheme. */
    NO_DRIVER(FailureKind.PRINTER_FAULT),
    /** The driver does not work on this operating system. Argument 0: the one it needs. */
    WRONG_SYSTEM(FailureKind.PRINTER_FAULT),
    /** Software of the printer's maker is missing. Argument 0: its name, argument 1: what exactly was looked for. */
    SOFTWARE_MISSING(FailureKind.PRINTER_FAULT),
    /** Software of the printer's maker is there, but this version cannot use it. Argument 0: its name. */
    SOFTWARE_NOT_USED(FailureKind.PRINTER_FAULT),
    /** Software of the printer's maker does not listen. Argument 0: its name, argument 1: what switches it on. */
    SERVICE_OFF(FailureKind.PRINTER_FAULT),
    /** No right to open the printer. Argument 0: its address. */
    NO_RIGHTS(FailureKind.PRINTER_FAULT),
    /** No connection. Argument 0: the address. */
    UNREACHABLE(FailureKind.PRINTER_FAULT),
    /** The maker's software is there but does not know the printer. Argument 0: its name. */
    NOT_FOUND(FailureKind.PRINTER_FAULT),
    /** The printer is switched off or suspended. */
    OFFLINE(FailureKind.OPERATOR_NEEDED),
    /** No answer to a question. */
    NO_ANSWER(FailureKind.PRINTER_FAULT),
    /** An answer that cannot be understood. */
    UNREADABLE_ANSWER(FailureKind.PRINTER_FAULT),
    /** The printer does not know or does not allow a command. Argument 0: its code. */
    COMMAND_REFUSED(FailureKind.PRINTER_FAULT),
    /** A movement was sent and not confirmed. */
    MOVE_UNCONFIRMED(FailureKind.OUTCOME_UNKNOWN),
    /** Another program or run has the printer. */
    RESERVED(FailureKind.BUSY),
    /** Working, warming up or cooling down. */
    BUSY(FailureKind.BUSY),
    /** No cards left. */
    HOPPER_EMPTY(FailureKind.OPERATOR_NEEDED),
    /** Few cards left. Only a warning. */
    HOPPER_LOW(FailureKind.OPERATOR_NEEDED),
    /** A card could not be taken from the hopper. */
    FEED_FAILED(FailureKind.OPERATOR_NEEDED),
    /** The output tray is full. */
    OUTPUT_FULL(FailureKind.OPERATOR_NEEDED),
    /** The reject tray is full. */
    REJECT_FULL(FailureKind.OPERATOR_NEEDED),
    /** A cover, lid or door is open. */
    COVER_OPEN(FailureKind.OPERATOR_NEEDED),
    /** A card is jammed. */
    JAM(FailureKind.OPERATOR_NEEDED),
    /** The printer is locked or was paused at its own panel. */
    LOCKED(FailureKind.OPERATOR_NEEDED),
    /** Ribbon or film is missing, used up or wrong. */
    SUPPLIES(FailureKind.OPERATOR_NEEDED),
    /** The printer wants to be cleaned. Only a warning. */
    CLEANING_DUE(FailureKind.OPERATOR_NEEDED),
    /** A card from before is inside. */
    CARD_INSIDE(FailureKind.OPERATOR_NEEDED),
    /** The printer lost track of a card. */
    CARD_LOST(FailureKind.OUTCOME_UNKNOWN),
    /** The printer was restarted with a card inside. */
    RESTARTED(FailureKind.OUTCOME_UNKNOWN),
    /** The printer lacks this encoder. Argument 0: the encoder. */
    ENCODER_MISSING(FailureKind.PRINTER_FAULT),
    /** The encoder could not reach the chip. */
    CONTACT_FAILED(FailureKind.CARD_FAILED),
    /** The printer says the card is at the encoder, the reader behind it sees none. Argument 0: the reader. */
    CARD_NOT_SEEN(FailureKind.CARD_FAILED),
    /** The reader behind the encoder saw a card before one was brought there. Argument 0: the reader. */
    ENCODER_NOT_EMPTY(FailureKind.PRINTER_FAULT),
    /** Which reader is behind the encoder is not known. Argument 0: the encoder. */
    READER_NOT_KNOWN(FailureKind.PRINTER_FAULT),
    /** Motor, sensor or temperature. Argument 0: the printer's code. */
    HARDWARE(FailureKind.PRINTER_FAULT),
    /** An error of the printer that is not known here. Argument 0: its code. */
    OTHER(FailureKind.PRINTER_FAULT);

    private final FailureKind trouble;

    PrinterProblem(FailureKind trouble) {
        this.trouble = trouble;
    }

    /** Returns what it usually means for the card, the person and the run. */
    public FailureKind trouble() {
        return trouble;
    }

    @Override
    public String id() {
        return "printer." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
