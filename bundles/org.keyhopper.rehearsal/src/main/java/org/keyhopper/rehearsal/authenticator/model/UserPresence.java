package org.keyhopper.rehearsal.authenticator.model;

/** Asks the person at the device for a touch. May block as long as it likes. */
@FunctionalInterface
public interface UserPresence {
    /** What the person did. */
    enum Answer {
        PRESENT,
        DECLINED,
        TIMED_OUT,
        CANCELLED
    }

    /** Waits for the person; called once per operation that needs presence. */
    Answer request();
}
