package org.keyhopper.ui.model.pins;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.settings.Secret;

/**
 * What letters are to be written.
 *
 * @param positions of the people; empty for all
 * @param file the PDF file to write
 * @param password of that file; closed with this
 * @param lastFirst whether the device made last comes first
 */
public record LettersOrder(
        EscrowKeyInput key,
        Set<Integer> positions,
        Path file,
        Secret password,
        LetterLayout look,
        boolean lastFirst,
        Optional<Path> addresses)
        implements AutoCloseable {

    public LettersOrder {
        positions = Set.copyOf(positions);
    }

    @Override
    public void close() {
        key.close();
        password.close();
    }
}
