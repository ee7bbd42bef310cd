package org.keyhopper.core.central;

import java.net.URI;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Joining a Central, and leaving it. While a station has joined, its requests, people and outcomes are Central's; what it had
 * before is hidden. Any thread.
 */
@ProviderType
public interface CentralMembership {

    /** Returns whether the station has joined. Fast. */
    boolean isJoined();

    /** Returns the membership; may block on the operating system's key store. The caller closes the key. */
    Optional<Membership> current();

    /** Returns who answers at an address; blocks on the network. */
    Answer<ServerIdentity> identify(URI address);

    /** Joins; blocks on the network. ALREADY_JOINED if the station is a member. */
    Answer<Membership> join(JoinOrder order);

    /**
     * Leaves: removes everything that belongs to Central, and tells Central if it can be reached.
     *
     * @return whether Central has been notified
     */
    Answer<Boolean> leave();
}
