package org.keyhopper.documents;

/**
 * An error in a file.
 *
 * @param line starts at 1; 0 when it concerns the whole file
 * @param place the column or member; empty when it concerns the whole line
 * @param message what is wrong, as a sentence for the operator
 */
public record DocumentFault(int line, String place, String message) {

    /** Returns the fault as a single line of text. */
    @Override
    public String toString() {
        String where = line == 0 ? "" : "Line " + line + (place.isEmpty() ? "" : ", " + place) + ": ";
        return where + message;
    }
}
