package org.keyhopper.core.fake;

/** Ends a ceremony the way a power cut would: nothing catches it. */
public final class Killed extends Error {

    private static final long serialVersionUID = 1L;

    public Killed(String where) {
        super(where);
    }
}
