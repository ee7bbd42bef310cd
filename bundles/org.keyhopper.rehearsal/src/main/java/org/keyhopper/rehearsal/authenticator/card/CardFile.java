package org.keyhopper.rehearsal.authenticator.card;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborMapBuilder;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborParameters;
import org.keyhopper.rehearsal.authenticator.internal.storage.StateCodec;
import org.keyhopper.rehearsal.authenticator.model.Personalities;

/** The file format of a card. */
public final class CardFile {
    private CardFile() {}

    /** Writes the card atomically: a crash leaves the old file or the new one. */
    public static void save(Card card, Path file) throws IOException {
        synchronized (card) {
            replace(file, content(card));
        }
    }

    private static byte[] content(Card card) {
        return CborMapBuilder.empty()
                .put(1, card.serial())
                .put(2, card.personality().name())
                .put(3, card.inspect(StateCodec::encode))
                .encoded();
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, content);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Reads a card.
     *
     * @throws IOException if the file cannot be read or is not a card
     */
    public static Card load(Path file) throws IOException {
        try {
            CborParameters content = CborParameters.of(Files.readAllBytes(file));
            return new Card(content.text(1), Personalities.parse(content.text(2)), StateCodec.decode(content.bytes(3)));
        } catch (CtapFailure | IllegalArgumentException e) {
            throw new IOException(file + " is not a card", e);
        }
    }
}
