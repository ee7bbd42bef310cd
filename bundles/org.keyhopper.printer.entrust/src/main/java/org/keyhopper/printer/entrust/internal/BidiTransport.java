package org.keyhopper.printer.entrust.internal;

import java.io.IOException;
import org.keyhopper.api.transport.Deadline;

/** Carries requests to one print queue: Windows' bidirectional spooler interface, or a stand-in for it. One thread. */
interface BidiTransport extends AutoCloseable {

    /**
     * Sends one request. Blocking.
     *
     * @param action whether it reads or does something
     * @param schema what is asked, such as {@code \Printer.PrinterOptions2:Read}
     * @param xml the body; may be empty
     * @return the reply's XML; says itself whether it went well
     * @throws IOException when the spooler or the driver gave no reply
     */
    String exchange(Action action, String schema, String xml, Deadline deadline)
            throws IOException, InterruptedException;

    /** Lets go of the queue. Idempotent, does not throw. */
    @Override
    void close();

    /** What a request does. */
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
