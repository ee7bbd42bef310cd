package org.keyhopper.ui.model.results;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.model.Heading;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.central.Permissions;

/**
 * The view state of the Results perspective.
 *
 * @param request empty before one was opened
 * @param figures total first
 * @param people all rows, problems first
 * @param filter the outcome shown; empty for all
 * @param failed number of people that RETRY FAILED would attempt
 * @param skipped number of people that PROVISION SKIPPED would attempt
 * @param unclear number of people that RECONCILE would settle
 * @param permissions what Central allows, if the station has joined one
 * @param busy whether a reconciliation, of this request or another, is in progress, which can be stopped
 */
public record ResultsState(
        Heading heading,
        Optional<RequestId> request,
        List<OutcomeCount> figures,
        List<ResultRow> people,
        Optional<Outcome> filter,
        int failed,
        int skipped,
        int unclear,
        Permissions permissions,
        boolean busy,
        Optional<Notice> notice) {
    public ResultsState {
        figures = List.copyOf(figures);
        people = List.copyOf(people);
    }

    ResultsState with(boolean nowBusy, Optional<Notice> next) {
        return new ResultsState(
                heading, request, figures, people, filter, failed, skipped, unclear, permissions, nowBusy, next);
    }

    /** Shows only people with this outcome, or all if there are none. */
    ResultsState filtered(Optional<Outcome> by) {
        Optional<Outcome> next = by.filter(outcome -> people.stream().anyMatch(row -> row.has(outcome)));
        return new ResultsState(
                heading, request, figures, people, next, failed, skipped, unclear, permissions, busy, notice);
    }

    /** Returns the visible rows. */
    public List<ResultRow> rows() {
        return filter.map(outcome ->
                        people.stream().filter(row -> row.has(outcome)).toList())
                .orElse(people);
    }
}
