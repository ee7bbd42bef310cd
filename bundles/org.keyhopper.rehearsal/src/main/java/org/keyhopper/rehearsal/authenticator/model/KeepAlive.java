package org.keyhopper.rehearsal.authenticator.model;

/** Notified of the status while a command is running (CTAP 2.1, section 11.2.9.1.7). */
@FunctionalInterface
public interface KeepAlive {
    /** Working. */
    int PROCESSING = 1;

    /** Waiting for a touch. */
    int USER_PRESENCE_NEEDED = 2;

    /** Called on the thread of the command, before a wait begins. */
    void report(int status);
}
