package org.keyhopper.api.printer;

import java.util.Map;
import java.util.Objects;

/**
 * What a printer can do.
 *
 * @param feeding who moves the cards
 * @param encoders the encoders it has, and how that is known
 * @param rejectTray whether bad cards go to a place of their own
 * @param tellsHopperEmpty whether an empty hopper is told apart from other failures to feed
 * @param tellsLocation whether it can be asked where the card is
 */
public record Capabilities(
        Feeding feeding,
        Map<Encoder, Certainty> encoders,
        TriState rejectTray,
        TriState tellsHopperEmpty,
        TriState tellsLocation) {

    /** Who moves the cards. */
    public enum Feeding {
        BY_PRINTER,
        /** A person, or software of the printer's maker: whoever runs the session gives the instruction and watches. */
        BY_HAND
    }

    public Capabilities {
        Objects.requireNonNull(feeding);
        encoders = Map.copyOf(encoders);
        Objects.requireNonNull(rejectTray);
        Objects.requireNonNull(tellsHopperEmpty);
        Objects.requireNonNull(tellsLocation);
    }
}
