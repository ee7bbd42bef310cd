package org.keyhopper.ui.model.pins;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.keyhopper.documents.PinLetter;
import org.keyhopper.documents.PinLetters;

/** A printer that may be gone, or stop after some pages. */
final class FakePrinter implements LetterOutput {

    private final List<String> printed = new ArrayList<>();
    private boolean gone;
    private boolean ready;
    private boolean closed;
    private int pages = Integer.MAX_VALUE;

    void gone() {
        gone = true;
    }

    void stopAfter(int most) {
        pages = most;
    }

    /** Returns the PINs on the pages. */
    List<String> printed() {
        return printed;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public String messages() {
        return "pins.letters.printer.";
    }

    @Override
    public String name() {
        return "Office";
    }

    @Override
    public void prepare(PinLetters letters, Iterator<PinLetter> people) throws IOException {
        if (gone) {
            throw new IOException("gone");
        }
        ready = people.hasNext();
    }

    @Override
    public void write(PinLetters letters, Iterator<PinLetter> people) throws IOException {
        if (!ready) {
            throw new IllegalStateException();
        }
        while (people.hasNext()) {
            if (printed.size() == pages) {
                throw new IOException("no paper");
            }
            printed.add(new String(people.next().pin().toChars()));
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
