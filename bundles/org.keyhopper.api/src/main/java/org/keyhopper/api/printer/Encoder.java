package org.keyhopper.api.printer;

/** A position in a printer at which the chip of a card is accessible. */
public enum Encoder {
    CONTACT,
    CONTACTLESS
}
