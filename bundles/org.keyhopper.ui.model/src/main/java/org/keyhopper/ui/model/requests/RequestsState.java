package org.keyhopper.ui.model.requests;

import java.util.List;
import java.util.Optional;
import org.keyhopper.ui.model.Heading;
import org.keyhopper.ui.model.Notice;

/**
 * The view state of the Requests perspective.
 *
 * @param loaded whether the store has been read
 * @param refreshing whether a directory look-up is in progress
 * @param directories whether any directory is configured, without which no request can be created
 */
public record RequestsState(
        Heading heading,
        boolean loaded,
        boolean directories,
        List<RequestRow> rows,
        Optional<RequestDetail> selected,
        boolean refreshing,
        Optional<Notice> notice) {
    public RequestsState {
        rows = List.copyOf(rows);
    }

    RequestsState with(boolean stillRefreshing, Notice next) {
        return new RequestsState(heading, loaded, directories, rows, selected, stillRefreshing, Optional.of(next));
    }

    RequestsState showing(RequestDetail detail) {
        List<RequestRow> updated = rows.stream()
                .map(row -> row.id().equals(detail.row().id()) ? detail.row() : row)
                .toList();
        return new RequestsState(heading, loaded, directories, updated, Optional.of(detail), refreshing, notice);
    }

    /** Returns whether PROVISION NOW is enabled. */
    public boolean canProvision() {
        return selected.filter(detail -> detail.open() > 0).isPresent();
    }
}
