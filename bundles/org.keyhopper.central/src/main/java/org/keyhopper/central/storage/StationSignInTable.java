package org.keyhopper.central.storage;

import java.util.Optional;
import org.keyhopper.central.signin.StationSignIn;

/** Operators at stations. */
public interface StationSignInTable {

    /** Adds one; forgets those that have expired. */
    void add(StationSignIn signIn);

    /** Returns the one with this hash, and locks it. */
    Optional<StationSignIn> find(String hash);

    void remove(String hash);

    /** Ends all of an operator. */
    void removeAll(String operator);
}
