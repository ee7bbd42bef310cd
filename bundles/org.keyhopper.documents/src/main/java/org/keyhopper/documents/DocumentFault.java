package org.keyhopper.documents;

/**
 * One thing wrong with a file.
 *
 * @param line counts from 1; 0 when it concerns the file as a whole
 * @param place the column or member; empty when it concerns the whole line
 * @param message what is wrong, as a sentence for the operator
 */
public record DocumentFault(int line, String place, String message) {

    /** Returns it in one line of text. */
    @Override
    public String toString() {
        String where = line == 0 ? "" : "Line " + line + (place.isEmpty() ? "" : ", " + place) + ": ";
        return where + message;
    }
}
