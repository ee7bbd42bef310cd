package org.keyhopper.ui.model.pins;

import java.io.IOException;
import java.util.Iterator;
import org.keyhopper.documents.PinLetter;
import org.keyhopper.documents.PinLetters;

/** Where letters go: a file or a printer. One worker thread uses it, and calls may block; each output is used once. */
public interface LetterOutput extends AutoCloseable {

    /** Returns the beginning of the keys of its messages, which end with {@code written}, {@code refused} and {@code failed}. */
    String messages();

    /** Returns the name of the file or printer. */
    String name();

    /**
     * Does all that can fail before PINs are released.
     *
     * @param people at least one, with made-up PINs
     * @throws IOException if letters cannot go there
     */
    void prepare(PinLetters letters, Iterator<PinLetter> people) throws IOException;

    /**
     * Writes the letters.
     *
     * @throws IOException if they are not complete
     * @throws org.keyhopper.documents.UnopenedPinException if a PIN is not opened
     */
    void write(PinLetters letters, Iterator<PinLetter> people) throws IOException;

    /** Removes what is not complete. Does nothing when called again. */
    @Override
    void close() throws IOException;
}
