package org.keyhopper.ui.internal.controls;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import org.keyhopper.core.request.Tally;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.table.RowSorter;

/**
 * A column of a table.
 *
 * @param id identifies the column among those of its table, by which its arrangement is kept
 * @param weight share of the width
 * @param least minimum width in pixels, at the default font size
 * @param mark the icon before the text, if any
 * @param bar the progress bar before the text, if any
 * @param order the order of its values; empty for the alphabetical order of the texts
 */
public record Column<T>(
        String id,
        String title,
        int weight,
        int least,
        Function<T, String> text,
        Function<T, Optional<Icon>> mark,
        Function<T, Optional<Tally>> bar,
        Optional<Comparator<T>> order) {

    private static final int WORDS = 64;
    private static final int MARKED = 104;
    private static final int BARRED = 152;

    /** An icon in its colour. */
    public record Icon(OutcomeStyle.Mark mark, ColorRole role) {
        public static Icon of(OutcomeStyle theme) {
            return new Icon(theme.mark(), ColorRole.mark(theme.tint()));
        }
    }

    /** @param key the key of the title, which identifies the column as well */
    public static <T> Column<T> of(Messages messages, String key, int weight, Function<T, String> text) {
        return new Column<>(
                key,
                messages.text(key),
                weight,
                WORDS,
                text,
                row -> Optional.empty(),
                row -> Optional.empty(),
                Optional.empty());
    }

    public Column<T> withMark(Function<T, Icon> sign) {
        return new Column<>(id, title, weight, Math.max(least, MARKED), text, sign.andThen(Optional::of), bar, order);
    }

    public Column<T> withBar(Function<T, Tally> tally) {
        return new Column<>(id, title, weight, Math.max(least, BARRED), text, mark, tally.andThen(Optional::of), order);
    }

    /** Sorts the column by a value instead of its text. */
    public <U extends Comparable<? super U>> Column<T> sortedBy(Function<T, U> value) {
        return new Column<>(id, title, weight, least, text, mark, bar, Optional.of(Comparator.comparing(value)));
    }

    RowSorter.Key<T> sortKey() {
        return new RowSorter.Key<>(text, order);
    }
}
