package org.keyhopper.api.printer;

import java.util.Map;
import java.util.Objects;

/**
 * What a printer can do.
 *
 * @param feeding who moves the cards
 * @param stations the stations it has, and how that is known
 * @param rejectTray whether bad cards go to a place of their own
 * @param tellsHopperEmpty whether an empty hopper is told apart from other failures to feed
 * @param tellsLocation whether it can be asked where the card is
 */
public record Capabilities(
        Feeding feeding,
        Map<Station, Certainty> stations,
        Known rejectTray,
        Known tellsHopperEmpty,
        Known tellsLocation) {

    /** Who moves the cards. */
    public enum Feeding {
        BY_PRINTER,
        /** A person, or software of the printer's maker: whoever runs the session gives the instruction and watches. */
        BY_HAND
    }

    public Capabilities {
        Objects.requireNonNull(feeding);
        stations = Map.copyOf(stations);
        Objects.requireNonNull(rejectTray);
        Objects.requireNonNull(tellsHopperEmpty);
        Objects.requireNonNull(tellsLocation);
    }
}
