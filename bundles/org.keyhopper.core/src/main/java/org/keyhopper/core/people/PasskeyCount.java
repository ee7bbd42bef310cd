package org.keyhopper.core.people;

import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.DirectoryUser;

/**
 * How many passkeys a user has.
 *
 * @param passkeys a failure if the directory does not report them
 */
public record PasskeyCount(DirectoryUser user, Answer<Integer> passkeys) {

    public boolean isHolder() {
        return passkeys.result().orElse(0) > 0;
    }
}
