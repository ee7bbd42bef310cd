package org.keyhopper.ui.model;

/** The mood of something shown. Never the only sign: a word or an icon always says the same. */
public enum Tint {
    NEUTRAL,
    ACTIVE,
    GOOD,
    ATTENTION,
    BAD
}
