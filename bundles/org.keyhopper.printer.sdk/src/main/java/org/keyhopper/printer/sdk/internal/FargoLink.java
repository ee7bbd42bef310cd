package org.keyhopper.printer.sdk.internal;

import com.google.gson.JsonObject;
import java.time.Duration;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.Purpose;

/** Questions to the FARGO kit. A call about a printer that is off hangs for 8 to 20 seconds, at times for more. One thread. */
final class FargoLink {

    /** More than a call takes that ends by itself; after it the process with the kit is replaced. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(25);

    private final CompanionLink link;

    FargoLink(CompanionLink link) {
        this.link = link;
    }

    /** Returns what the printer is doing; {@link FargoActivity#UNKNOWN} when the kit does not answer. */
    FargoActivity activity(Deadline deadline) throws PrinterException, InterruptedException {
        try {
            return FargoActivity.of(
                    link.call(CompanionLink.request("activity"), Purpose.QUESTION, deadline.atMost(LONGEST_CALL)));
        } catch (PrinterException e) {
            if (e.problem().is(PrinterProblem.NO_ANSWER) || e.problem().is(PrinterProblem.UNREACHABLE)) {
                return FargoActivity.UNKNOWN;
            }
            throw e;
        }
    }

    /** Returns whether the encoder reports a card. One that cannot be asked reports none. */
    boolean isPresent(Encoder encoder, Deadline deadline) throws PrinterException, InterruptedException {
        JsonObject question = CompanionLink.request("encoder");
        question.addProperty("encoder", encoder.name());
        return link.call(question, Purpose.QUESTION, deadline.atMost(LONGEST_CALL))
                .get("state")
                .getAsString()
                .endsWith("cardpresent");
    }

    void move(String target, int hopper, Deadline deadline) throws PrinterException, InterruptedException {
        JsonObject move = CompanionLink.request("move");
        move.addProperty("encoder", target);
        move.addProperty("hopper", hopper);
        link.call(move, Purpose.MOVEMENT, deadline);
    }
}
