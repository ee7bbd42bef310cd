package org.keyhopper.core.ceremony;

import java.util.Locale;

/** The steps of a ceremony in their order. */
public enum CeremonyStep {
    /** Read what the device says of itself. */
    IDENTIFY,
    /** Recipient, directory policy and device fit, before anything is changed. */
    CHECK,
    /** Erase the device. */
    RESET,
    /** Set or ask for the PIN. */
    PIN,
    /** Fetch what the directory wants the credential to be made with. */
    OPTIONS,
    /** Look for excluded credentials, make the new one. */
    CREATE,
    /** Check what the device made, as the directory would. */
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
