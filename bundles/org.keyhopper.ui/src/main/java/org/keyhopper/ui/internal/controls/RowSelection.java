package org.keyhopper.ui.internal.controls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;

/**
 * The selected rows of a table, which are selected again when they have moved, and no more when they were removed.
 * UI thread only.
 */
final class RowSelection<T> {

    private final Table table;
    private final Supplier<List<T>> rows;
    private final List<Runnable> listeners = new ArrayList<>();
    private Optional<Function<T, ?>> identity = Optional.empty();
    private Set<?> kept = Set.of();
    private Optional<T> wanted = Optional.empty();

    /** @param rows those in the table, in the order that is shown */
    RowSelection(Table table, Supplier<List<T>> rows) {
        this.table = table;
        this.rows = rows;
    }

    void setIdentity(Function<T, ?> id) {
        identity = Optional.of(id);
    }

    void onChange(Runnable listener) {
        table.addListener(SWT.Selection, event -> listener.run());
        listeners.add(listener);
    }

    List<T> get() {
        List<T> shown = rows.get();
        return Arrays.stream(table.getSelectionIndices())
                .filter(index -> index < shown.size())
                .mapToObj(shown::get)
                .toList();
    }

    /** Selects this row and scrolls to it as soon as it is in the table, unless it is selected already. */
    void select(T row) {
        wanted = Optional.of(row);
        selectWanted();
    }

    private void selectWanted() {
        int index = wanted.map(rows.get()::indexOf).orElse(-1);
        if (index >= 0 && index < table.getItemCount()) {
            wanted = Optional.empty();
            if (index != table.getSelectionIndex()) {
                table.setSelection(index);
            }
        }
    }

    /** Keeps what is selected now, before the rows change. */
    void keep() {
        kept = ids();
    }

    private Set<?> ids() {
        return identity.map(id -> get().stream().map(id).collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /** Selects the kept rows in the rows that are shown now. */
    void restore() {
        identity.filter(id -> !kept.isEmpty()).ifPresent(this::selectAgain);
        selectWanted();
        if (!kept.equals(ids())) {
            listeners.forEach(Runnable::run);
        }
    }

    private void selectAgain(Function<T, ?> id) {
        List<T> shown = rows.get();
        int[] again = IntStream.range(0, shown.size())
                .filter(i -> kept.contains(id.apply(shown.get(i))))
                .toArray();
        int[] now = Arrays.stream(table.getSelectionIndices()).sorted().toArray();
        if (!Arrays.equals(again, now)) {
            table.setSelection(again);
        }
    }
}
