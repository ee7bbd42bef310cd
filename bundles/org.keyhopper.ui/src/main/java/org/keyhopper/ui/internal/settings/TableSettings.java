package org.keyhopper.ui.internal.settings;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.keyhopper.ui.model.table.RowQuery.SortKey;

/** The sorting, the hidden columns and the widths of one table, by the ids of its columns. UI thread only. */
public final class TableSettings {

    private static final String SORT = "sort";
    private static final String DESCENDING = "descending";
    private static final String HIDDEN = "hidden";
    private static final String WIDTH = "width.";

    private final IDialogSettings section;
    private final List<String> columns;

    /** @param section of this table alone */
    public TableSettings(IDialogSettings section, List<String> columns) {
        this.section = section;
        this.columns = List.copyOf(columns);
    }

    /** Returns what to sort by; empty if nothing was chosen, or a column that no longer exists. */
    public Optional<SortKey> sort() {
        int column =
                Optional.ofNullable(section.get(SORT)).map(columns::indexOf).orElse(-1);
        return column < 0 ? Optional.empty() : Optional.of(new SortKey(column, section.getBoolean(DESCENDING)));
    }

    public void keepSort(Optional<SortKey> key) {
        section.put(SORT, key.map(sort -> columns.get(sort.column())).orElse(""));
        section.put(DESCENDING, key.filter(SortKey::descending).isPresent());
    }

    /** Returns the indexes of the hidden columns; none if all would be hidden. */
    public Set<Integer> hidden() {
        String[] kept = section.getArray(HIDDEN);
        Set<Integer> hidden = new HashSet<>();
        if (kept != null) {
            Arrays.stream(kept)
                    .map(columns::indexOf)
                    .filter(index -> index >= 0)
                    .forEach(hidden::add);
        }
        return hidden.size() < columns.size() ? hidden : new HashSet<>();
    }

    public void keepHidden(Set<Integer> hidden) {
        section.put(HIDDEN, hidden.stream().map(columns::get).toArray(String[]::new));
    }

    /** Returns the width in pixels that the operator gave the column, if any. */
    public OptionalInt width(int column) {
        String kept = section.get(WIDTH + columns.get(column));
        return kept != null && kept.matches("[1-9]\\d{0,4}")
                ? OptionalInt.of(Integer.parseInt(kept))
                : OptionalInt.empty();
    }

    /** @param width in pixels; 0 for the width that the table gives the column by itself */
    public void keepWidth(int column, int width) {
        section.put(WIDTH + columns.get(column), width == 0 ? "" : Integer.toString(width));
    }
}
