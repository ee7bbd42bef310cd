package org.keyhopper.transport.helper.internal.serve;

import java.util.ArrayList;
import java.util.List;
import org.keyhopper.api.transport.TransportProvider;
import org.keyhopper.transport.helper.internal.client.HelperTransport;
import org.keyhopper.transport.helper.internal.wire.Frames;

/** The transports that are there, lent to one client at a time. They come and go on any thread. */
final class ClaimedLinks {

    /** Both guarded by this. */
    private final List<TransportProvider> transports = new ArrayList<>();

    private Session session;

    synchronized void add(TransportProvider transport) {
        // What another helper lends is not for lending on.
        if (transport.id().equals(HelperTransport.ID)) {
            return;
        }
        transports.add(transport);
        if (session != null) {
            session.links().add(transport);
        }
    }

    synchronized void remove(TransportProvider transport) {
        transports.remove(transport);
        if (session != null) {
            session.links().remove(transport);
        }
    }

    /** Sends the client away, if there is one. */
    synchronized void end() {
        if (session != null) {
            session.hangUp();
        }
    }

    /** Returns when the client left. */
    void to(Frames client) {
        Session begun;
        synchronized (this) {
            begun = new Session(client, transports);
            session = begun;
        }
        try (begun) {
            begun.run();
        } finally {
            synchronized (this) {
                session = null;
            }
        }
    }
}
