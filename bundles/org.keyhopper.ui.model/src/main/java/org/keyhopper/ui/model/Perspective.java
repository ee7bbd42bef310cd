package org.keyhopper.ui.model;

/** The places of the desk one can go to. */
public enum Perspective {
    REQUESTS,
    MANUAL,
    AUTOMATIC,
    RESULTS,
    DEVICES
}
