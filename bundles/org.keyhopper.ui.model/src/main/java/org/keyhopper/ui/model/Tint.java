package org.keyhopper.ui.model;

/** The semantic colour of an element. It is never the only indication: a text or an icon conveys the same. */
public enum Tint {
    NEUTRAL,
    ACTIVE,
    GOOD,
    ATTENTION,
    BAD
}
