package org.keyhopper.ui.model.table;

import java.util.OptionalInt;
import java.util.function.IntFunction;

/** Selects the row that begins with the typed characters, as lists of the system do. One thread. */
public final class PrefixSearch {

    /** After a pause of this many milliseconds, typing begins a new prefix. */
    private static final long PAUSE = 1000;

    private String prefix = "";
    private long last;

    /**
     * Adds a typed character to the prefix. The first character of a prefix, or the same one again, proceeds to the next
     * row that begins with it; a longer prefix may stay at the selected row.
     *
     * @param now time in milliseconds
     * @param selected index of the selected row; -1 for none
     * @param text returns what a row begins with
     * @return the row to select; empty if none begins with the prefix
     */
    public OptionalInt type(char typed, long now, int rows, int selected, IntFunction<String> text) {
        if (now - last > PAUSE) {
            prefix = "";
        }
        last = now;
        boolean repeated = prefix.length() == 1 && same(prefix.charAt(0), typed);
        if (!repeated) {
            prefix += typed;
        }
        int first = prefix.length() == 1 ? selected + 1 : Math.max(0, selected);
        for (int i = 0; i < rows; i++) {
            int row = (first + i) % rows;
            if (text.apply(row).regionMatches(true, 0, prefix, 0, prefix.length())) {
                return OptionalInt.of(row);
            }
        }
        return OptionalInt.empty();
    }

    /** Returns whether a prefix is being typed, to which a space belongs. */
    public boolean isTyping(long now) {
        return !prefix.isEmpty() && now - last <= PAUSE;
    }

    private static boolean same(char one, char other) {
        return Character.toLowerCase(one) == Character.toLowerCase(other);
    }
}
