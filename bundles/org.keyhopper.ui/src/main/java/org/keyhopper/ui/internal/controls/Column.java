package org.keyhopper.ui.internal.controls;

import java.util.Optional;
import java.util.function.Function;
import org.keyhopper.core.request.Tally;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.model.OutcomeStyle;

/**
 * A column of a table.
 *
 * @param weight share of the width
 * @param least minimum width in pixels, at the default font size
 * @param mark the icon before the text, if any
 * @param bar the progress bar before the text, if any
 */
public record Column<T>(
        String title,
        int weight,
        int least,
        Function<T, String> text,
        Function<T, Optional<Icon>> mark,
        Function<T, Optional<Tally>> bar) {

    private static final int WORDS = 64;
    private static final int MARKED = 104;
    private static final int BARRED = 152;

    /** An icon in its colour. */
    public record Icon(OutcomeStyle.Mark mark, ColorRole role) {
        public static Icon of(OutcomeStyle theme) {
            return new Icon(theme.mark(), ColorRole.mark(theme.tint()));
        }
    }

    public static <T> Column<T> of(String title, int weight, Function<T, String> text) {
        return new Column<>(title, weight, WORDS, text, row -> Optional.empty(), row -> Optional.empty());
    }

    public Column<T> withMark(Function<T, Icon> sign) {
        return new Column<>(title, weight, Math.max(least, MARKED), text, sign.andThen(Optional::of), bar);
    }

    public Column<T> withBar(Function<T, Tally> tally) {
        return new Column<>(title, weight, Math.max(least, BARRED), text, mark, tally.andThen(Optional::of));
    }
}
