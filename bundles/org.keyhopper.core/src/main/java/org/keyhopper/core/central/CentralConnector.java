package org.keyhopper.core.central;

import java.net.URI;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.settings.Secret;
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

    /**
     * Lets an operator of Central sign in for this station: authorization code flow with PKCE and a loopback address (RFC 8252).
     * Blocks until the browser has come back, for at most ten minutes.
     *
     * @param browser opens an address
     * @param cancelled whether the operator gave up; the answer is SIGN_IN_CANCELLED then
     * @return the refresh token, to be kept as {@link Membership#signIn}
     */
    Answer<Secret> signIn(Membership membership, Consumer<URI> browser, BooleanSupplier cancelled);

    /** Returns the calls of a member. Fast; uses the network with the first call. */
    CentralEnrolments open(Membership membership);

    /** Returns the reports of a member. Fast; uses the network with the first call. */
    CentralReports reports(Membership membership);

    /** Returns the SHA-256 fingerprint of the escrow certificate that Central has now; empty if it has none. */
    Answer<Optional<String>> escrow(Membership membership);

    /** Returns the same of the certificate for copies that people pick up; empty if that is off. */
    Answer<Optional<String>> pickUp(Membership membership);

    /** Tells Central that the station leaves, so that its key is accepted no longer. */
    Answer<Boolean> leave(Membership membership);
}
