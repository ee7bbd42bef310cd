package org.keyhopper.ui.model.pins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Which letters are to be written, and where they go.
 *
 * @param positions of the people; empty for all
 * @param output where the letters go; closed with this
 * @param lastFirst whether the device made last comes first
 */
public record LettersOrder(
        EscrowKeyInput key,
        Set<Integer> positions,
        LetterOutput output,
        LetterLayout look,
        boolean lastFirst,
        Optional<Path> addresses)
        implements AutoCloseable {

    public LettersOrder {
        positions = Set.copyOf(positions);
    }

    @Override
    public void close() throws IOException {
        key.close();
        output.close();
    }
}
