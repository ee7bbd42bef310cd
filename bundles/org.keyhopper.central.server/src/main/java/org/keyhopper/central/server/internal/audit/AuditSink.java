package org.keyhopper.central.server.internal.audit;

import java.io.IOException;
import java.util.List;

/** Receives the audit trail. Used by one thread. */
interface AuditSink extends AutoCloseable {

    /** Returns the name under which the database keeps how far it is. */
    String name();

    /**
     * Delivers lines of JSON in order; what was delivered before a failure is delivered again.
     *
     * @throws IOException if it cannot be known that all were received
     */
    void deliver(List<String> lines) throws IOException;

    @Override
    void close();
}
