package org.keyhopper.printer.evolis.protocol;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;

/** Interprets replies. For a movement, anything but {@code OK} is a failure. */
public final class EvolisReply {

    private static final String DONE = "OK";
    private static final String NO_CARD = "NO CARD";
    private static final String CARD = "CARD";
    private static final String ERROR = "ERR";
    private static final Pattern VOLTS = Pattern.compile("(\\d+)[,.](\\d+)( Volts?)?", Pattern.CASE_INSENSITIVE);

    private EvolisReply() {}

    public static boolean isDone(String reply) {
        return reply.equals(DONE);
    }

    /** Returns the requested value, or empty if the printer does not report it. */
    public static String value(String reply) {
        return reply.startsWith(ERROR) ? "" : reply;
    }

    /**
     * Returns the position in the reply to {@code Rlr;p}: current firmware replies {@code OK} without a card, that of
     * 2003 {@code NO CARD}.
     */
    public static CardLocation position(String reply) {
        return switch (reply) {
            case DONE, NO_CARD -> CardLocation.HOPPER;
            case "SMART CARD" -> CardLocation.CONTACT;
            case "CONTACTLESS CARD" -> CardLocation.CONTACTLESS;
            default -> reply.contains(CARD) ? CardLocation.INSIDE : CardLocation.UNKNOWN;
        };
    }

    /** Returns the voltage that a sensor reports, with a decimal comma; empty if the reply is something else. */
    static OptionalDouble volts(String reply) {
        Matcher parts = VOLTS.matcher(reply);
        return parts.matches()
                ? OptionalDouble.of(Double.parseDouble(parts.group(1) + "." + parts.group(2)))
                : OptionalDouble.empty();
    }

    /** Returns the definite meaning of an error reply, or empty if it is unspecific. */
    public static Optional<PrinterException> reason(String command, String reply) {
        return Optional.ofNullable(failure(command, reply)).map(failure -> failure.withDetail(reply));
    }

    private static PrinterException failure(String command, String reply) {
        return switch (reply) {
            case "FEEDER EMPTY" -> PrinterException.of(PrinterProblem.HOPPER_EMPTY);
            case "HOPPER FULL" -> PrinterException.of(PrinterProblem.OUTPUT_FULL);
            case "HOPPER DOOR", "COVER OPEN" -> PrinterException.of(PrinterProblem.COVER_OPEN);
            case "NEED CLEANING", "ERR NEED CLEANING" -> PrinterException.of(PrinterProblem.CLEANING_DUE);
            case "CARD JAM" -> PrinterException.of(PrinterProblem.JAM);
            case "ERROR HEAD" -> PrinterException.of(PrinterProblem.HARDWARE, reply);
            case "ERROR RIBBON", "ERR RIB DETECTION" -> PrinterException.of(PrinterProblem.SUPPLIES);
            case "OPT NOT AVAILABLE", "ERROR PARAMETRES" ->
                PrinterException.of(PrinterProblem.COMMAND_REFUSED, command);
            // The printer timed out on its own mechanics: the card may be anywhere in the path.
            case "ERROR TIME OUT", "ERROR UNKNOW" -> PrinterException.of(PrinterProblem.MOVE_UNCONFIRMED);
            case "ERROR MAG", "ERROR MAG DATA", "ERROR MAG CHECKSUM" ->
                PrinterException.of(PrinterProblem.CONTACT_FAILED);
            default ->
                reply.startsWith("ERROR CDE") ? PrinterException.of(PrinterProblem.COMMAND_REFUSED, command) : null;
        };
    }

    /**
     * Returns the failure for an unspecific error: the printer's panel or lamps show more, so the operator has to
     * check.
     */
    public static PrinterException unexplained(String reply) {
        return PrinterException.of(PrinterProblem.OTHER, reply.isEmpty() ? "no text" : reply)
                .withKind(FailureKind.OPERATOR_NEEDED)
                .withDetail(reply);
    }
}
