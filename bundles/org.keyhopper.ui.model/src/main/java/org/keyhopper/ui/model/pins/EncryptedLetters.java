package org.keyhopper.ui.model.pins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.documents.LetterFile;
import org.keyhopper.documents.PinLetter;
import org.keyhopper.documents.PinLetters;

/** A new file, encrypted with a password. */
public final class EncryptedLetters implements LetterOutput {

    private final Path path;
    private final Secret password;
    private Optional<LetterFile> file = Optional.empty();

    /** @param password closed with this */
    public EncryptedLetters(Path path, Secret password) {
        this.path = path;
        this.password = password;
    }

    @Override
    public String messages() {
        return "pins.letters.file.";
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public void prepare(PinLetters letters, Iterator<PinLetter> people) throws IOException {
        LetterFile created = LetterFile.create(path);
        file = Optional.of(created);
        created.prepare(letters, people, password);
    }

    @Override
    public void write(PinLetters letters, Iterator<PinLetter> people) throws IOException {
        file.orElseThrow().write(letters, people, password);
    }

    @Override
    public void close() throws IOException {
        password.close();
        if (file.isPresent()) {
            file.get().close();
        }
    }
}
