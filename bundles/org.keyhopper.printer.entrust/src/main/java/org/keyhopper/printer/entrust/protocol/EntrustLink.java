package org.keyhopper.printer.entrust.protocol;

import java.io.IOException;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.entrust.status.JobReply;
import org.keyhopper.printer.entrust.status.JobState;
import org.keyhopper.printer.support.Purpose;

/** Sends requests to one queue and parses the replies. Not thread-safe. */
public final class EntrustLink {

    private final BidiTransport transport;

    public EntrustLink(BidiTransport transport) {
        this.transport = transport;
    }

    public JobReply send(EntrustProtocol request, Purpose purpose, Deadline deadline)
            throws PrinterException, InterruptedException {
        return exchange(request, purpose, ReplyXml::jobReply, deadline);
    }

    public JobState state(int job, Deadline deadline) throws PrinterException, InterruptedException {
        return exchange(EntrustProtocol.jobStatus(job), Purpose.QUERY, ReplyXml::jobState, deadline);
    }

    public ReplyXml options(Deadline deadline) throws PrinterException, InterruptedException {
        return exchange(EntrustProtocol.OPTIONS, Purpose.QUERY, ReplyXml::parse, deadline);
    }

    public void close() {
        transport.close();
    }

    private <T> T exchange(EntrustProtocol request, Purpose purpose, Parser<T> parser, Deadline deadline)
            throws PrinterException, InterruptedException {
        try {
            return parser.parse(transport.exchange(request.action(), request.schema(), request.xml(), deadline));
        } catch (PrinterException e) {
            throw e;
        } catch (IOException e) {
            throw purpose == Purpose.MOVEMENT
                    ? purpose.unanswered(e)
                    : PrinterException.of(PrinterProblem.NO_ANSWER)
                            .withDetail(e.toString())
                            .causedBy(e);
        }
    }

    @FunctionalInterface
    private interface Parser<T> {
        T parse(String xml) throws IOException;
    }
}
