package org.keyhopper.rehearsal.authenticator.model;

/** Told what the authenticator is waiting for while a command runs (CTAP 2.1, section 11.2.9.1.7). */
@FunctionalInterface
public interface KeepAlive {
    /** Working. */
    int PROCESSING = 1;

    /** Waiting for a touch. */
    int USER_PRESENCE_NEEDED = 2;

    /** Called on the thread that runs the command, before a wait begins. */
    void report(int status);
}
