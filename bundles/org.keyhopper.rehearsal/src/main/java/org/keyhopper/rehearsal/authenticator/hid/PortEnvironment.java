package org.keyhopper.rehearsal.authenticator.hid;

/** What is around the keys at one port: the finger of a person, and other programs that use the same key. Any thread. */
public final class Surroundings {

    private final Touch touch = new Touch();
    private volatile boolean crowded;

    /** The finger. */
    public Touch touch() {
        return touch;
    }

    /** Whether another program keeps asking the key something, and everybody hears the answers. */
    public boolean isCrowded() {
        return crowded;
    }

    /** Starts or ends the other program. */
    public void crowded(boolean on) {
        crowded = on;
    }
}
