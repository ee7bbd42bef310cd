package org.keyhopper.printer.sdk.protocol;

import com.google.gson.JsonObject;
import java.time.Duration;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.sdk.status.JobReport;
import org.keyhopper.printer.support.Pause;
import org.keyhopper.printer.support.Purpose;

/** Calls of the Zebra SDK. A connection failure may only mean that the printer is busy. Not thread-safe. */
public final class ZebraLink {

    private static final Duration BUSY = Duration.ofSeconds(10);
    private static final Duration RETRY_INTERVAL = Duration.ofMillis(500);

    private final CompanionLink link;

    public ZebraLink(CompanionLink link) {
        this.link = link;
    }

    /** Returns the printer's status. */
    public JsonObject status(Deadline deadline) throws PrinterException, InterruptedException {
        return query(CompanionLink.request("status"), deadline);
    }

    /**
     * Starts a job. Any exception of the SDK other than a connection failure means that the job was not started.
     *
     * @return the job number
     */
    public int start(Encoder encoder, Deadline deadline) throws PrinterException, InterruptedException {
        JsonObject start = CompanionLink.request("start");
        start.addProperty("encoder", encoder.name());
        try {
            return link.call(start, Purpose.MOVEMENT, deadline).get("job").getAsInt();
        } catch (PrinterException e) {
            throw CompanionLink.isThrown(e) && !CompanionLink.isConnection(e)
                    ? PrinterException.of(PrinterProblem.COMMAND_REFUSED, "smartCardEncode")
                            .withDetail(e.problem().detail())
                            .causedBy(e)
                    : e;
        }
    }

    /** Returns the report about a job. Without a reply, the fate of its card is unknown. */
    public JobReport job(int id, Encoder encoder, Deadline deadline) throws PrinterException, InterruptedException {
        JsonObject question = CompanionLink.request("job");
        question.addProperty("job", id);
        try {
            return JobReport.of(query(question, deadline), encoder);
        } catch (PrinterException e) {
            throw Purpose.MOVEMENT.unanswered(e);
        }
    }

    /** Makes a call that moves a card. */
    public void command(JsonObject request, Deadline deadline) throws PrinterException, InterruptedException {
        link.call(request, Purpose.MOVEMENT, deadline);
    }

    private JsonObject query(JsonObject question, Deadline deadline) throws PrinterException, InterruptedException {
        Deadline patience = deadline.atMost(BUSY);
        while (true) {
            try {
                return link.call(question, Purpose.QUERY, deadline);
            } catch (PrinterException e) {
                if (!CompanionLink.isConnection(e) || patience.hasPassed()) {
                    throw e;
                }
                Pause.of(RETRY_INTERVAL, patience);
            }
        }
    }
}
