package org.keyhopper.ui.model.table;

import java.util.Optional;

/**
 * Which rows of a table are shown, and in which order.
 *
 * @param filter words that a row must contain; blank for all rows
 * @param sort the column to sort by; empty for the order of the source
 */
public record RowQuery(String filter, Optional<SortKey> sort) {

    /** All rows in the order of the source. */
    public static final RowQuery ALL = new RowQuery("", Optional.empty());

    /** @param column index of the column */
    public record SortKey(int column, boolean descending) {}

    public RowQuery withFilter(String next) {
        return new RowQuery(next, sort);
    }

    public RowQuery withSort(Optional<SortKey> next) {
        return new RowQuery(filter, next);
    }

    /** Returns this query sorted by the column: ascending, or descending if it is sorted by that column already. */
    public RowQuery sortedBy(int column) {
        boolean again =
                sort.filter(key -> key.column() == column && !key.descending()).isPresent();
        return withSort(Optional.of(new SortKey(column, again)));
    }

    /** Returns whether the result is the source itself. */
    boolean isAll() {
        return filter.isBlank() && sort.isEmpty();
    }
}
