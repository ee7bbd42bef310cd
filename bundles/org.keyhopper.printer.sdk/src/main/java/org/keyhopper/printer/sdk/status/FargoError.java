package org.keyhopper.printer.sdk.status;

import java.util.Locale;
import java.util.regex.Pattern;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;

/**
 * The error of a FARGO printer in an exception. No known program uses a constant for an empty hopper: a failed feed
 * with no card inside comes closest.
 *
 * @param word the SDK's constant in lower case, without its type prefix; may be empty
 */
public record FargoError(String word) {

    static final FargoError NONE = new FargoError("");

    private static final Pattern TYPE = Pattern.compile("^(sdk)?printererror");
    private static final String FEED = "cardfeed";
    private static final String JAM = "cardjam";
    private static final String MAGNETIC = "mag";

    static FargoError of(String constant) {
        return new FargoError(TYPE.matcher(constant.toLowerCase(Locale.ROOT)).replaceFirst(""));
    }

    PrinterProblem problem(boolean cardInside) {
        if (word.equals(FEED)) {
            return cardInside ? PrinterProblem.JAM : PrinterProblem.FEED_FAILED;
        }
        return word.startsWith(JAM) ? PrinterProblem.JAM : PrinterProblem.OTHER;
    }

    /** Magnetic stripe errors concern the card; for an unknown error, the printer's display shows more. */
    FailureKind kind(boolean cardInside) {
        PrinterProblem problem = problem(cardInside);
        if (problem != PrinterProblem.OTHER) {
            return problem.kind();
        }
        return word.startsWith(MAGNETIC) ? FailureKind.CARD_FAILED : FailureKind.OPERATOR_NEEDED;
    }

    public PrinterException failure(boolean cardInside, String detail) {
        return PrinterException.of(problem(cardInside), word.isEmpty() ? "exception" : word)
                .withKind(kind(cardInside))
                .withDetail((word + " " + detail).strip());
    }
}
