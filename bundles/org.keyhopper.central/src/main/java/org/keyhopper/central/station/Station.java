package org.keyhopper.central.station;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Grant;

/**
 * A station that joined, or an API client, which does so in the same way.
 *
 * @param id stable
 * @param name for people
 * @param keyThumbprint the JWK SHA-256 thumbprint (RFC 7638) of the key that it made at the join
 * @param publicKey that key as a JWK without its private part
 * @param grants the privileges it has without an operator
 * @param version counts the changes
 */
public record Station(
        String id,
        Kind kind,
        String name,
        String keyThumbprint,
        String publicKey,
        List<Grant> grants,
        Instant joined,
        boolean revoked,
        long version) {

    /** What it is. */
    public enum Kind {
        STATION,
        /** Another system, such as one for tickets. */
        API_CLIENT
    }

    public Station {
        Objects.requireNonNull(id);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(name);
        Objects.requireNonNull(keyThumbprint);
        Objects.requireNonNull(publicKey);
        grants = List.copyOf(grants);
    }

    /** Returns the station with other roles. */
    public Station with(List<Grant> others, boolean nowRevoked) {
        return new Station(id, kind, name, keyThumbprint, publicKey, others, joined, nowRevoked, version + 1);
    }

    /** Returns it as the caller of a call. */
    public Caller caller(String call) {
        Caller.Kind caller = kind == Kind.STATION ? Caller.Kind.STATION : Caller.Kind.API_CLIENT;
        return new Caller(caller, id, grants, call);
    }
}
