package org.keyhopper.ui.model.table;

import java.text.CollationKey;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Filters and sorts the rows of a table. Immutable; any thread, so that many rows need not block the window. */
public final class RowSorter<T> {

    private final List<Key<T>> columns;
    private final Locale locale;

    /**
     * What a column is filtered and sorted by.
     *
     * @param text what its cells show
     * @param order its order; empty for the alphabetical order of the texts
     */
    public record Key<T>(Function<T, String> text, Optional<Comparator<T>> order) {}

    /** @param locale determines the alphabetical order */
    public RowSorter(List<Key<T>> columns, Locale locale) {
        this.columns = List.copyOf(columns);
        this.locale = locale;
    }

    /** Returns the rows that contain every word of the filter, sorted stably. */
    public List<T> apply(List<T> rows, RowQuery query) {
        if (query.isAll()) {
            return rows;
        }
        List<T> found = filtered(rows, query.filter());
        return query.sort()
                .filter(key -> key.column() < columns.size())
                .map(key -> sorted(found, key))
                .orElse(found);
    }

    private List<T> filtered(List<T> rows, String filter) {
        if (filter.isBlank()) {
            return rows;
        }
        List<String> words = List.of(filter.strip().toLowerCase(locale).split("\\s+"));
        return rows.stream().filter(row -> hasAll(row, words)).toList();
    }

    private boolean hasAll(T row, List<String> words) {
        StringBuilder text = new StringBuilder();
        for (Key<T> column : columns) {
            text.append(column.text().apply(row)).append('\n');
        }
        String all = text.toString().toLowerCase(locale);
        return words.stream().allMatch(all::contains);
    }

    private List<T> sorted(List<T> rows, RowQuery.SortKey key) {
        Key<T> column = columns.get(key.column());
        return column.order()
                .map(order -> rows.stream()
                        .sorted(key.descending() ? order.reversed() : order)
                        .toList())
                .orElseGet(() -> sortedByText(rows, column.text(), key.descending()));
    }

    private record Collated<T>(CollationKey key, T row) {}

    /** Computes each collation key once, because comparing texts by a collator is slow. */
    private List<T> sortedByText(List<T> rows, Function<T, String> text, boolean descending) {
        Collator collator = Collator.getInstance(locale);
        List<Collated<T>> keys = new ArrayList<>(rows.size());
        rows.forEach(row -> keys.add(new Collated<>(collator.getCollationKey(text.apply(row)), row)));
        Comparator<Collated<T>> order = Comparator.comparing(Collated::key);
        keys.sort(descending ? order.reversed() : order);
        return keys.stream().map(Collated::row).toList();
    }
}
