package org.keyhopper.rehearsal.authenticator.hid;

/** The surroundings of a port: touches of the user, and other programs that use the same key. Thread-safe. */
public final class PortEnvironment {

    private final Touch touch = new Touch();
    private volatile boolean crowded;

    /** Returns the touches. */
    public Touch touch() {
        return touch;
    }

    /** Returns whether another program keeps sending requests to the key. */
    public boolean isCrowded() {
        return crowded;
    }

    /** Starts or stops the other program. */
    public void crowded(boolean on) {
        crowded = on;
    }
}
