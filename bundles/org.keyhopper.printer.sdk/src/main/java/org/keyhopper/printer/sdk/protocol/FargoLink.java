package org.keyhopper.printer.sdk.protocol;

import com.google.gson.JsonObject;
import java.time.Duration;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.sdk.status.FargoActivity;
import org.keyhopper.printer.support.Purpose;

/**
 * Queries to the FARGO SDK. A call for a printer that is switched off blocks for 8 to 20 seconds, sometimes longer. Not
 * thread-safe.
 */
public final class FargoLink {

    /** Longer than any call that returns by itself; afterwards the process is replaced. */
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(25);

    private final CompanionLink link;

    public FargoLink(CompanionLink link) {
        this.link = link;
    }

    /** Returns the current activity; {@link FargoActivity#UNKNOWN} if the SDK does not respond. */
    public FargoActivity activity(Deadline deadline) throws PrinterException, InterruptedException {
        try {
            return FargoActivity.of(
                    link.call(CompanionLink.request("activity"), Purpose.QUERY, deadline.atMost(CALL_TIMEOUT)));
        } catch (PrinterException e) {
            if (e.problem().is(PrinterProblem.NO_ANSWER) || e.problem().is(PrinterProblem.UNREACHABLE)) {
                return FargoActivity.UNKNOWN;
            }
            throw e;
        }
    }

    /** Returns whether the encoder reports a card; false if it cannot be queried. */
    public boolean isPresent(Encoder encoder, Deadline deadline) throws PrinterException, InterruptedException {
        JsonObject question = CompanionLink.request("encoder");
        question.addProperty("encoder", encoder.name());
        return link.call(question, Purpose.QUERY, deadline.atMost(CALL_TIMEOUT))
                .get("state")
                .getAsString()
                .endsWith("cardpresent");
    }

    public void move(String target, int hopper, Deadline deadline) throws PrinterException, InterruptedException {
        JsonObject move = CompanionLink.request("move");
        move.addProperty("encoder", target);
        move.addProperty("hopper", hopper);
        link.call(move, Purpose.MOVEMENT, deadline);
    }
}
