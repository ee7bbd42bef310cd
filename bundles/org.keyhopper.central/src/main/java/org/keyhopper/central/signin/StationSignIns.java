package org.keyhopper.central.signin;

import java.time.Duration;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.station.Station;

/**
 * How an operator signs in at a station: the browser gets a code, which the station redeems with its key. Blocking on the
 * database; any thread.
 */
public interface StationSignIns {

    /** How long a code may be redeemed. */
    Duration CODE_LIFE = Duration.ofSeconds(60);

    /** How long a station works for an operator without another sign-in. */
    Duration REFRESH_LIFE = Duration.ofHours(10);

    /** An operator at a station; the refresh token is shown once. */
    record SignedInAtStation(String operator, String refreshToken) {}

    /**
     * Returns a code for a station, for an operator with a session. NO_SUCH_THING if there is no such station.
     *
     * @param redirect where the code is sent
     * @param challenge of PKCE, S256
     */
    Answer<String> authorize(SignedIn operator, String station, String redirect, String challenge);

    /** Redeems a code, once; CODE_NOT_VALID if it is not for this station, address and verifier. */
    Answer<SignedInAtStation> redeem(String call, Station station, String code, String redirect, String verifier);

    /** Returns the operator of a refresh token of this station; CODE_NOT_VALID if it has expired. */
    Answer<String> refresh(String call, Station station, String refreshToken);

    /** Returns the operator as the caller of a call of a station; empty if the operator was disabled. */
    Optional<Caller> caller(String operator, Station station, String call);
}
