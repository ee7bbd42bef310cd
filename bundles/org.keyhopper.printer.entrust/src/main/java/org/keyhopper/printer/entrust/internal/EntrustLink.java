package org.keyhopper.printer.entrust.internal;

import java.io.IOException;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.Purpose;

/** Sends requests to one queue and parses the replies. Not thread-safe. */
final class EntrustLink {

    private final BidiTransport transport;

    EntrustLink(BidiTransport transport) {
        this.transport = transport;
    }

    JobReply send(EntrustProtocol request, Purpose purpose, Deadline deadline)
            throws PrinterException, InterruptedException {
        return exchange(request, purpose, JobReply::parse, deadline);
    }

    JobState state(int job, Deadline deadline) throws PrinterException, InterruptedException {
        return exchange(EntrustProtocol.jobStatus(job), Purpose.QUERY, JobState::parse, deadline);
    }

    ReplyXml options(Deadline deadline) throws PrinterException, InterruptedException {
        return exchange(EntrustProtocol.OPTIONS, Purpose.QUERY, ReplyXml::parse, deadline);
    }

    void close() {
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
