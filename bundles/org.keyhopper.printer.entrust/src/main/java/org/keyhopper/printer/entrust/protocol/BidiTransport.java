package org.keyhopper.printer.entrust.protocol;

import java.io.IOException;
import org.keyhopper.api.transport.Deadline;

/**
 * Sends requests to one print queue: through the bidirectional spooler interface of Windows, or a program that emulates
 * it. Not thread-safe.
 */
public interface BidiTransport extends AutoCloseable {

    /**
     * Sends one request. Blocking.
     *
     * @param action whether it reads or acts
     * @param schema the request, such as {@code \Printer.PrinterOptions2:Read}
     * @param xml the body; may be empty
     * @return the reply's XML, which contains its own error code
     * @throws IOException if the spooler or the driver gave no reply
     */
    String exchange(Action action, String schema, String xml, Deadline deadline)
            throws IOException, InterruptedException;

    /** Closes the queue. Idempotent, does not throw. */
    @Override
    void close();

    /** The kind of a request. */
    enum Action {
        GET("Get"),
        SET("Set");

        private final String word;

        Action(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** Opens queues. */
    interface Source {
        BidiTransport open(String queue, Deadline deadline) throws IOException, InterruptedException;
    }
}
