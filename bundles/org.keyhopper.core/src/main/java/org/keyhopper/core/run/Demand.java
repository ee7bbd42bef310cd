package org.keyhopper.core.run;

import java.util.Locale;

/** A requirement of a profile that a device may not support; its texts are with those of problems. */
public enum Demand {
    MINIMUM_PIN_LENGTH,
    MINIMUM_PIN_LENGTH_RP_IDS,
    FORCE_PIN_CHANGE,
    ALWAYS_UV,
    ENTERPRISE_ATTESTATION;

    /** Returns the key of its texts, used as an argument of problems. */
    public String id() {
        return "demand." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
