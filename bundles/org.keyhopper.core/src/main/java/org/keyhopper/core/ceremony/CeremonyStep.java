package org.keyhopper.core.ceremony;

import java.util.Locale;

/** The steps of a ceremony in their order. */
public enum CeremonyStep {
    /** Read authenticatorGetInfo. */
    IDENTIFY,
    /** Check recipient, directory policy and device before anything is changed. */
    CHECK,
    /** Reset the device. */
    RESET,
    /** Set or ask for the PIN. */
    PIN,
    /** Fetch the options for the credential from the directory. */
    OPTIONS,
    /** Check for excluded credentials, create the new one. */
    CREATE,
    /** Verify the new credential as a relying party does. */
    VERIFY,
    /** Register it with the directory. */
    REGISTER,
    /** Read it back, and have the device sign with it. */
    PROVE,
    /** Minimum PIN length, always-UV, forced PIN change. */
    FINISH;

    /** Returns the name used in events and messages: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
