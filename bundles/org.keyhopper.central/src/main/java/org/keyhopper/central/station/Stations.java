package org.keyhopper.central.station;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Page;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RequestId;

/** Joining, and the stations that joined. Blocking on the database; any thread. */
public interface Stations {

    /** How long a one-time code is valid. */
    Duration CODE_LIFE = Duration.ofHours(24);

    /**
     * Issues a one-time code for a station or API client with these grants; the caller shows it once.
     *
     * @param key makes a repeated call harmless
     */
    Answer<IssuedCode> issueCode(Caller caller, String key, Station.Kind kind, String name, List<Grant> grants);

    /** Returns stations, or API clients, in the order of their ids. */
    Answer<Page<Station>> list(Caller caller, Station.Kind kind, Optional<String> after, int limit);

    Answer<Station> show(Caller caller, Station.Kind kind, String id);

    /** Replaces the roles of a station; VERSION_DIFFERS if it was changed meanwhile. */
    Answer<Station> update(Caller caller, Station.Kind kind, String id, long version, List<Grant> grants);

    /** Revokes a station: its tokens are refused at once. VERSION_DIFFERS if it was changed meanwhile. */
    Answer<Station> revoke(Caller caller, Station.Kind kind, String id, long version);

    /**
     * Makes a station of the holder of a key. Repeated with the same code and key it answers with the same station, since
     * the first answer may have been lost.
     *
     * @param keyThumbprint of the key that signed the call
     * @return CODE_NOT_VALID if the code is unknown, expired, or was used with another key
     */
    Answer<Station> join(Caller caller, Secret code, String keyThumbprint, String publicKey);

    /**
     * Records the refusal of a caller that is not signed in. The audit trail takes 60 of them a minute, invalid codes
     * included; the rest is in the log only.
     */
    void refuse(Caller caller, Problem problem);

    /** Ends the membership of the calling station: its tokens are refused from now on. Idempotent. */
    Answer<Boolean> leave(Caller caller);

    /** Returns the requests of the directories for which the caller may see requests, newest first. */
    List<ProvisioningRequest> requests(Caller caller);

    /** Returns a request with its recipients. */
    Answer<ProvisioningRequest> request(Caller caller, RequestId id);

    /** Returns the station, unless it was revoked. */
    Optional<Station> find(String id);

    /** Records that a station signed in, with the version of the program there, which may be empty. */
    void contacted(Station station, String version);

    /** Returns the last sign-in of each station that ever signed in, by its id. */
    Answer<Map<String, StationContact>> contacts(Caller caller);
}
