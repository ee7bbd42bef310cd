package org.keyhopper.core.run;

import java.util.Locale;

/** A demand of a profile that a device may not be able to meet; the words stand where those for problems do. */
public enum Demand {
    MINIMUM_PIN_LENGTH,
    FORCE_PIN_CHANGE,
    ALWAYS_UV,
    ENTERPRISE_ATTESTATION;

    /** Returns the argument of a problem by which the words are found. */
    public String id() {
        return "demand." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
