package org.keyhopper.api.printer;

import java.util.Locale;

/** Failures of printer and card handling, as far as an operator has to distinguish them. */
public enum PrinterProblem implements PrinterProblemCode {
    /** The address is malformed. Argument 0: the address. */
    BAD_ADDRESS(FailureKind.PRINTER_FAULT),
    /** An option of the address is invalid. Argument 0: its name, argument 1: its value. */
    BAD_OPTION(FailureKind.PRINTER_FAULT),
    /** No installed driver supports the address scheme. Argument 0: the scheme. */
    NO_DRIVER(FailureKind.PRINTER_FAULT),
    /** The driver does not support this operating system. Argument 0: the required one. */
    WRONG_SYSTEM(FailureKind.PRINTER_FAULT),
    /** Vendor software is missing. Argument 0: its name, argument 1: what was searched for. */
    SOFTWARE_MISSING(FailureKind.PRINTER_FAULT),
    /** Vendor software is installed, but not supported by this version. Argument 0: its name. */
    SOFTWARE_NOT_USED(FailureKind.PRINTER_FAULT),
    /** Vendor software does not accept connections. Argument 0: its name, argument 1: how to enable it. */
    SERVICE_OFF(FailureKind.PRINTER_FAULT),
    /** No permission to open the printer. Argument 0: its address. */
    NO_RIGHTS(FailureKind.PRINTER_FAULT),
    /** No connection. Argument 0: the address. */
    UNREACHABLE(FailureKind.PRINTER_FAULT),
    /** The vendor software does not know the printer. Argument 0: its name. */
    NOT_FOUND(FailureKind.PRINTER_FAULT),
    /** The printer is switched off or suspended. */
    OFFLINE(FailureKind.OPERATOR_NEEDED),
    /** No response to a query. */
    NO_ANSWER(FailureKind.PRINTER_FAULT),
    /** A response that cannot be interpreted. */
    UNREADABLE_ANSWER(FailureKind.PRINTER_FAULT),
    /** The printer does not support or does not permit a command. Argument 0: its code. */
    COMMAND_REFUSED(FailureKind.PRINTER_FAULT),
    /** A movement was sent and not confirmed. */
    MOVE_UNCONFIRMED(FailureKind.OUTCOME_UNKNOWN),
    /** Another program or run uses the printer. */
    RESERVED(FailureKind.BUSY),
    /** Working, warming up or cooling down. */
    BUSY(FailureKind.BUSY),
    /** The hopper is empty. */
    HOPPER_EMPTY(FailureKind.OPERATOR_NEEDED),
    /** Few cards are left in the hopper. Only a warning. */
    HOPPER_LOW(FailureKind.OPERATOR_NEEDED),
    /** A card could not be fed from the hopper. */
    FEED_FAILED(FailureKind.OPERATOR_NEEDED),
    /** The output tray is full. */
    OUTPUT_FULL(FailureKind.OPERATOR_NEEDED),
    /** The reject tray is full. */
    REJECT_FULL(FailureKind.OPERATOR_NEEDED),
    /** A cover, lid or door is open. */
    COVER_OPEN(FailureKind.OPERATOR_NEEDED),
    /** A card is jammed. */
    JAM(FailureKind.OPERATOR_NEEDED),
    /** The printer is locked or was paused at its panel. */
    LOCKED(FailureKind.OPERATOR_NEEDED),
    /** Ribbon or film is missing, used up or of the wrong type. */
    SUPPLIES(FailureKind.OPERATOR_NEEDED),
    /** Cleaning is due. Only a warning. */
    CLEANING_DUE(FailureKind.OPERATOR_NEEDED),
    /** A card of an earlier session is inside. */
    CARD_INSIDE(FailureKind.OPERATOR_NEEDED),
    /** The printer lost track of a card. */
    CARD_LOST(FailureKind.OUTCOME_UNKNOWN),
    /** The printer was restarted with a card inside. */
    RESTARTED(FailureKind.OUTCOME_UNKNOWN),
    /** The printer lacks this encoder. Argument 0: the encoder. */
    ENCODER_MISSING(FailureKind.PRINTER_FAULT),
    /** The encoder could not contact the chip. */
    CONTACT_FAILED(FailureKind.CARD_FAILED),
    /** The printer reports the card at the encoder, but the reader behind it detects none. Argument 0: the reader. */
    CARD_NOT_SEEN(FailureKind.CARD_FAILED),
    /** The reader behind the encoder detected a card before one was presented. Argument 0: the reader. */
    ENCODER_NOT_EMPTY(FailureKind.PRINTER_FAULT),
    /** The reader behind the encoder is not known. Argument 0: the encoder. */
    READER_NOT_KNOWN(FailureKind.PRINTER_FAULT),
    /** Fault of motor, sensor or temperature. Argument 0: the printer's code. */
    HARDWARE(FailureKind.PRINTER_FAULT),
    /** An error code unknown to the driver. Argument 0: the code. */
    OTHER(FailureKind.PRINTER_FAULT);

    private final FailureKind kind;

    PrinterProblem(FailureKind kind) {
        this.kind = kind;
    }

    @Override
    public FailureKind kind() {
        return kind;
    }

    @Override
    public String id() {
        return "printer." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
