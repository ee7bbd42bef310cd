package org.keyhopper.api.directory;

import java.util.Objects;

/**
 * A person in a directory.
 *
 * @param id the directory's own id, which never changes
 * @param userName the account name (UPN)
 * @param displayName the person's name, or the account name if there is none
 * @param email may be empty
 * @param state whether the account may sign in
 * @param kind whose account it is
 */
public record DirectoryUser(
        String id, String userName, String displayName, String email, AccountState state, Kind kind) {

    /** Whether an account may sign in; UNKNOWN if the connector is not permitted to read it. */
    public enum AccountState {
        ENABLED,
        DISABLED,
        UNKNOWN
    }

    /** Whose account it is. A guest signs in at a directory of their own, and gets their passkeys there. */
    public enum Kind {
        MEMBER,
        GUEST
    }

    public DirectoryUser {
        Objects.requireNonNull(id);
        Objects.requireNonNull(userName);
        Objects.requireNonNull(state);
        Objects.requireNonNull(kind);
    }

    /** Returns whether this is the account's name, mail address or id, ignoring case. A file may name people by any of them. */
    public boolean isNamed(String reference) {
        return reference.equalsIgnoreCase(userName)
                || reference.equalsIgnoreCase(email)
                || reference.equalsIgnoreCase(id);
    }

    /** An account of this directory. */
    public DirectoryUser(String id, String userName, String displayName, String email, AccountState state) {
        this(id, userName, displayName, email, state, Kind.MEMBER);
    }
}
