package org.keyhopper.core.central;

import java.net.URI;
import org.keyhopper.api.diagnostic.Answer;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The way to Centrals. An OSGi service; any thread. Everything but {@link #open} blocks on the network for at most 40 s, and is
 * safe to repeat.
 */
@ConsumerType
public interface CentralConnector {

    /** Returns the identity of the server at an address, without sending anything to it but the TLS handshake. */
    Answer<ServerIdentity> identify(URI address);

    /** Makes a key and joins with it. The membership is to be kept; its key is known to no one else. */
    Answer<Membership> join(JoinOrder order);

    /** Returns the calls of a member. Fast; uses the network with the first call. */
    CentralEnrolments open(Membership membership);

    /** Tells Central that the station leaves, so that its key is accepted no longer. */
    Answer<Boolean> leave(Membership membership);
}
