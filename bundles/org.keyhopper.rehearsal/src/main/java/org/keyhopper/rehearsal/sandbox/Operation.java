package org.keyhopper.rehearsal.sandbox;

import java.util.Locale;

/** What can be asked of the sandbox; the subject of a {@link Rule}. */
public enum Operation {
    TOKEN,
    DEVICE_CODE,
    AUTHORIZE,
    POLICY,
    FIND_USER,
    SEARCH_USERS,
    CHECK_GROUPS,
    FIND_GROUP,
    GROUP_MEMBERS,
    OPTIONS,
    REGISTER,
    /** Gives a passkey its name. */
    RENAME,
    /** Switches multi-factor sign-in on for a person. */
    ENABLE_MFA,
    LIST,
    READ,
    DELETE;

    public boolean isSignIn() {
        return this == TOKEN || this == DEVICE_CODE || this == AUTHORIZE;
    }

    /** Returns the name in rules and in the state, such as {@code find-user}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Operation of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
