package org.keyhopper.ui.model.requests;

import java.util.List;
import java.util.Optional;
import org.keyhopper.ui.model.Heading;
import org.keyhopper.ui.model.Notice;

/**
 * Everything the Requests place shows.
 *
 * @param loaded false until the store was read for the first time
 * @param refreshing whether the directory is asked about the people of a request
 * @param directories whether any directory is configured, without which nothing can be made
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

    /** Returns whether PROVISION NOW can be pressed. */
    public boolean canProvision() {
        return selected.filter(detail -> detail.open() > 0).isPresent();
    }
}
