package org.keyhopper.ui.model.automatic;

import java.util.List;
import org.keyhopper.ui.model.Tint;

/**
 * The diagram of a card's path: four boxes in a row, the reject tray, and the cards in transit.
 *
 * @param hopper where cards come from
 * @param encoder where the chip is accessed
 * @param proof whose registration is being read back from the directory after the card has left the encoder
 * @param output where provisioned cards go
 * @param reject where rejected cards go
 * @param description the diagram in words
 */
public record CardPath(
        Box hopper, Box encoder, Box proof, Box output, Box reject, List<Token> tokens, String description) {

    public CardPath {
        tokens = List.copyOf(tokens);
    }

    /** A station on the path; the tint shows whether it is active. */
    public record Box(String title, String text, Tint tint) {}

    /** A card in transit; the id is constant for the same recipient. */
    public record Token(String id, Position position) {}

    /** Where a card is drawn. */
    public enum Position {
        HOPPER,
        /** Between hopper and encoder. */
        FEEDING,
        ENCODER,
        PROOF,
        OUTPUT,
        REJECT,
        /** Unknown: drawn behind the encoder, with a question mark. */
        LOST
    }
}
