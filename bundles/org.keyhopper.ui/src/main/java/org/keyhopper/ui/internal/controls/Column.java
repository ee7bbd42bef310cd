package org.keyhopper.ui.internal.controls;

import java.util.Optional;
import java.util.function.Function;
import org.keyhopper.core.request.Tally;
import org.keyhopper.ui.internal.look.Ink;
import org.keyhopper.ui.model.OutcomeLook;

/**
 * A column of a table.
 *
 * @param weight its share of the width
 * @param mark the mark before the text, if it has one
 * @param bar the bar before the text, if it has one
 */
public record Column<T>(
        String title,
        int weight,
        Function<T, String> text,
        Function<T, Optional<Sign>> mark,
        Function<T, Optional<Tally>> bar) {

    /** A mark in its colour. */
    public record Sign(OutcomeLook.Mark mark, Ink ink) {
        public static Sign of(OutcomeLook look) {
            return new Sign(look.mark(), Ink.mark(look.tint()));
        }
    }

    public static <T> Column<T> of(String title, int weight, Function<T, String> text) {
        return new Column<>(title, weight, text, row -> Optional.empty(), row -> Optional.empty());
    }

    public Column<T> withMark(Function<T, Sign> sign) {
        return new Column<>(title, weight, text, sign.andThen(Optional::of), bar);
    }

    public Column<T> withBar(Function<T, Tally> tally) {
        return new Column<>(title, weight, text, mark, tally.andThen(Optional::of));
    }
}
