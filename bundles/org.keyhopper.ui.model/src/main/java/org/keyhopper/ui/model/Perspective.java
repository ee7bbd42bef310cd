package org.keyhopper.ui.model;

/** The perspectives of the main window. */
public enum Perspective {
    REQUESTS,
    MANUAL,
    AUTOMATIC,
    RESULTS,
    DEVICES
}
