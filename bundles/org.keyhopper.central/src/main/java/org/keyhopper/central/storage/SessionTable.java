package org.keyhopper.central.storage;

import java.time.Instant;
import java.util.Optional;
import org.keyhopper.central.signin.Attempt;
import org.keyhopper.central.signin.Session;

/** Sessions of browsers, and sign-ins that have begun. */
public interface SessionTable {

    /** Adds an attempt; forgets those that have expired. */
    void add(Attempt attempt);

    /** Removes and returns an attempt, expired or not. */
    Optional<Attempt> take(String state);

    /** Adds a session; forgets those that have expired. */
    void add(Session session);

    Optional<Session> find(String hash);

    void use(String hash, Instant now);

    void remove(String hash);
}
