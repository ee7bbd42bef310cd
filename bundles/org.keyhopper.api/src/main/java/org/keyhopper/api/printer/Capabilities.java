package org.keyhopper.api.printer;

import java.util.Map;
import java.util.Objects;

/**
 * The capabilities of a printer.
 *
 * @param feeding how cards are moved
 * @param encoders the encoders, each with the certainty of that knowledge
 * @param rejectTray whether rejected cards go to a separate tray
 * @param reportsHopperEmpty whether an empty hopper is distinguished from other feed failures
 * @param reportsLocation whether the printer reports the position of the card
 */
public record Capabilities(
        Feeding feeding,
        Map<Encoder, Certainty> encoders,
        TriState rejectTray,
        TriState reportsHopperEmpty,
        TriState reportsLocation) {

    /** How cards are moved. */
    public enum Feeding {
        BY_PRINTER,
        /** By the operator or by the vendor's software: the caller of the session instructs and observes. */
        BY_HAND
    }

    public Capabilities {
        Objects.requireNonNull(feeding);
        encoders = Map.copyOf(encoders);
        Objects.requireNonNull(rejectTray);
        Objects.requireNonNull(reportsHopperEmpty);
        Objects.requireNonNull(reportsLocation);
    }
}
