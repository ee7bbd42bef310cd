package org.keyhopper.ui.model.requests;

import java.util.List;
import java.util.Optional;
import org.keyhopper.ui.model.Heading;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.central.Permissions;

/**
 * The view state of the Requests perspective.
 *
 * @param loaded whether the store has been read
 * @param refreshing whether a directory look-up is in progress
 * @param permissions what Central allows, if the station has joined one
 * @param directories whether any directory is configured, without which no request can be created
 */
public record RequestsState(
        Heading heading,
        boolean loaded,
        Permissions permissions,
        boolean directories,
        List<RequestRow> rows,
        Optional<RequestDetail> selected,
        boolean refreshing,
        Optional<Notice> notice) {
    public RequestsState {
        rows = List.copyOf(rows);
    }

    RequestsState with(boolean stillRefreshing, Notice next) {
        return new RequestsState(
                heading, loaded, permissions, directories, rows, selected, stillRefreshing, Optional.of(next));
    }

    RequestsState showing(RequestDetail detail) {
        List<RequestRow> updated = rows.stream()
                .map(row -> row.id().equals(detail.row().id()) ? detail.row() : row)
                .toList();
        return new RequestsState(
                heading, loaded, permissions, directories, updated, Optional.of(detail), refreshing, notice);
    }

    /** Returns whether PROVISION NOW is enabled. */
    public boolean canProvision() {
        return permissions.provision().isEmpty()
                && selected.filter(detail -> detail.open() > 0).isPresent();
    }
}
