package org.keyhopper.printer.sdk.protocol;

import com.google.gson.JsonObject;
import java.time.Duration;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.sdk.status.FargoActivity;
import org.keyhopper.printer.sdk.status.FargoProblem;
import org.keyhopper.printer.support.Purpose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Queries to the FARGO SDK. A call for a printer that is switched off blocks for 8 to 20 seconds, sometimes longer. Not
 * thread-safe.
 */
public final class FargoLink {

    /** Longer than any call that returns by itself; afterwards the process is replaced. */
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(25);

    private static final Logger LOG = LoggerFactory.getLogger(FargoLink.class);

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

    /**
     * Opens the session of a network encoder's reader, unless it is open.
     *
     * @param settle how long to wait for the reader after that
     * @param held whether it was open before, in this companion process or one that is gone
     */
    public void openReader(String reader, Duration settle, boolean held, Deadline deadline)
            throws PrinterException, InterruptedException {
        JsonObject open = CompanionLink.request("open-reader");
        open.addProperty("reader", reader);
        open.addProperty("settle", settle.toMillis());
        open.addProperty("held", held);
        JsonObject reply = link.call(open, Purpose.QUERY, deadline);
        String name = reply.get("reader").getAsString();
        String detail = reply.get("detail").getAsString();
        switch (reply.get("state").getAsString()) {
            case "open" -> LOG.debug("session with {}", name);
            case "not-found" ->
                throw PrinterException.of(FargoProblem.READER_NOT_FOUND, name).withDetail(detail);
            default ->
                throw PrinterException.of(FargoProblem.SESSION_REFUSED, name).withDetail(detail);
        }
    }

    /** Returns whether the reader whose session is open shows a card. */
    public boolean readerSeesCard(Deadline deadline) throws PrinterException, InterruptedException {
        return link.call(CompanionLink.request("reader"), Purpose.QUERY, deadline)
                .get("card")
                .getAsBoolean();
    }

    /** Ends the session, if the reader still has it. */
    public void endReader(Deadline deadline) throws PrinterException, InterruptedException {
        LOG.info("The session ends: {}", link.call(CompanionLink.request("end-reader"), Purpose.QUERY, deadline));
    }

    public void move(String target, int hopper, Deadline deadline) throws PrinterException, InterruptedException {
        JsonObject move = CompanionLink.request("move");
        move.addProperty("encoder", target);
        move.addProperty("hopper", hopper);
        link.call(move, Purpose.MOVEMENT, deadline);
    }
}
