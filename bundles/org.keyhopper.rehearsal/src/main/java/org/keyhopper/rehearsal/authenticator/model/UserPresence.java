package org.keyhopper.rehearsal.authenticator.model;

/** Requests a touch from the user. May block indefinitely. */
@FunctionalInterface
public interface UserPresence {
    /** The user's answer. */
    enum Answer {
        PRESENT,
        DECLINED,
        TIMED_OUT,
        CANCELLED
    }

    /** Waits for the user; called once per operation that requires user presence. */
    Answer request();
}
