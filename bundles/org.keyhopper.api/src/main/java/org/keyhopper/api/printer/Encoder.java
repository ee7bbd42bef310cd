package org.keyhopper.api.printer;

/** A place in a printer where a card's chip can be reached. */
public enum Encoder {
    CONTACT,
    CONTACTLESS
}
