package org.keyhopper.core.central;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;

/**
 * What a joined station knows of its Central.
 *
 * @param central the name by which this computer calls that Central
 * @param station the name of the station at Central
 * @param access empty until Central was asked
 * @param connection as the last call found it
 * @param problem of the last call that found Central out of reach, or refused the sign-in
 */
public record CentralStatus(
        String central,
        URI address,
        String station,
        Optional<CentralAccess> access,
        Connection connection,
        Optional<Problem> problem) {

    /** Whether Central answers. */
    public enum Connection {
        /** No call was made yet. */
        UNKNOWN,
        CONNECTED,
        /** The last call had no answer. */
        LOST,
        /** Central answers, and does not accept the sign-in any more. */
        SIGNED_OUT
    }

    public CentralStatus {
        Objects.requireNonNull(central);
        Objects.requireNonNull(address);
        Objects.requireNonNull(station);
        Objects.requireNonNull(access);
        Objects.requireNonNull(connection);
        Objects.requireNonNull(problem);
    }

    /** Returns whether the privilege is present; true until Central was asked, which checks it anyway. */
    public boolean may(CentralPrivilege privilege) {
        return access.map(it -> it.may(privilege)).orElse(true);
    }
}
