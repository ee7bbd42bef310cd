package org.keyhopper.ui.model.table;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Formats rows for the clipboard: a line per row, cells separated by tabs, which spreadsheets paste as cells. */
public final class RowText {

    private RowText() {}

    public static <T> String of(List<T> rows, List<Function<T, String>> columns) {
        return rows.stream()
                .map(row -> columns.stream()
                        .map(column -> column.apply(row).replaceAll("\\s", " "))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
