package org.keyhopper.ui.model.automatic;

import java.util.List;
import org.keyhopper.ui.model.Tint;

/**
 * The drawing of a card's way: four boxes in a row and the way out for bad cards, with the cards that are on it.
 *
 * @param hopper where cards come from
 * @param encoder where the chip is reached
 * @param proof who is still being read back from the directory, while their card has left the encoder
 * @param output where good cards go
 * @param reject where bad cards go
 * @param description all of it in words
 */
public record CardPath(
        Box hopper, Box encoder, Box proof, Box output, Box reject, List<Token> tokens, String description) {

    public CardPath {
        tokens = List.copyOf(tokens);
    }

    /** A place on the way; the tint says whether something happens there. */
    public record Box(String title, String text, Tint tint) {}

    /** A card on its way; the id stays the same as long as it is for the same person. */
    public record Token(String id, Spot spot) {}

    /** Where a card is drawn. */
    public enum Spot {
        HOPPER,
        /** Between hopper and encoder. */
        FEEDING,
        ENCODER,
        PROOF,
        OUTPUT,
        REJECT,
        /** Nobody knows where: somewhere behind the encoder, with a question mark. */
        LOST
    }
}
