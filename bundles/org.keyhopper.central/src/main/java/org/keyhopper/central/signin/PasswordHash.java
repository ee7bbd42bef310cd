package org.keyhopper.central.signin;

import org.keyhopper.api.settings.Secret;

/** A hash that is slow and needs memory, for what a person may have chosen. Blocking for a second; any thread. */
public interface PasswordHash {

    /** Returns the hash with its parameters and salt. */
    String hash(Secret password);

    boolean matches(Secret password, String hash);
}
