package org.keyhopper.core.fake;

/** What a fake device can be asked to do. */
public enum Act {
    INFO,
    RETRIES,
    SET_PIN,
    CHANGE_PIN,
    VERIFY_PIN,
    RESET,
    MAKE,
    SIGN,
    DELETE,
    COUNT,
    LIST,
    POWER,
    MINIMUM,
    MINIMUM_RP_IDS,
    FORCE_CHANGE,
    ALWAYS_UV,
    ENTERPRISE,
    SELECT,
    WINK
}
