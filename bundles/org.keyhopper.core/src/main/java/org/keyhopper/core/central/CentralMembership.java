package org.keyhopper.core.central;

import java.net.URI;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
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

    /** Returns what is known of Central without asking it; empty if the station has not joined. Fast after the first call. */
    Optional<CentralStatus> status();

    /** Asks Central for whom it takes the calls; blocks on the network. NOT_JOINED if the station is no member. */
    Answer<CentralAccess> check();

    /** Returns the fingerprint of the escrow certificate that Central has now; blocks on the network. */
    Answer<Optional<String>> escrow();

    /**
     * Seals PINs to another certificate from now on, which an administrator has confirmed; blocks on the network.
     *
     * @param fingerprint as the administrator gave it; ESCROW_DIFFERS if Central has another one
     */
    Answer<Boolean> trustEscrow(String fingerprint);

    /** Returns the fingerprint of the certificate for copies that people pick up at Central, if that is on; blocks on the network. */
    Answer<Optional<String>> pickUp();

    /**
     * Seals copies for pick-up to another certificate from now on, which an administrator has confirmed; blocks on the network. None
     * is sealed to a certificate that was not confirmed.
     *
     * @param fingerprint as the administrator gave it; ESCROW_DIFFERS if Central has another one
     */
    Answer<Boolean> trustPickUp(String fingerprint);

    /** Returns the reports to Central; only while the station has joined. */
    CentralReports reports();

    /** Adds a listener that is called, on any thread, after the status has changed; it must be fast. */
    void addListener(Runnable listener);

    void removeListener(Runnable listener);

    /**
     * Lets an operator sign in through the browser, whose roles apply from then on; blocks until then.
     *
     * @param browser opens an address
     * @param cancelled whether the operator gave up
     */
    Answer<CentralAccess> signIn(Consumer<URI> browser, BooleanSupplier cancelled);

    /** Forgets the operator, so that the station works with its own roles. NOT_JOINED if the station is no member. */
    Answer<CentralAccess> signOut();

    /**
     * Leaves: removes everything that belongs to Central, and tells Central if it can be reached.
     *
     * @return whether Central has been notified
     */
    Answer<Boolean> leave();
}
