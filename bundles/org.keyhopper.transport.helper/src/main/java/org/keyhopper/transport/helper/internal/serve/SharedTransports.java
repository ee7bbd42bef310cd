package org.keyhopper.transport.helper.internal.serve;

import java.util.ArrayList;
import java.util.List;
import org.keyhopper.api.transport.TransportProvider;
import org.keyhopper.transport.helper.internal.client.HelperTransport;
import org.keyhopper.transport.helper.internal.wire.FrameChannel;

/** The transports of this process, offered to one client at a time. They may come and go on any thread. */
final class SharedTransports {

    /** Both guarded by this. */
    private final List<TransportProvider> transports = new ArrayList<>();

    private ClientSession session;

    synchronized void add(TransportProvider transport) {
        // Devices of another helper are not offered.
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

    /** Disconnects the client, if any. */
    synchronized void end() {
        if (session != null) {
            session.disconnect();
        }
    }

    /** Serves a client; returns when it has disconnected. */
    void to(FrameChannel client) {
        ClientSession begun;
        synchronized (this) {
            begun = new ClientSession(client, transports);
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
