package org.keyhopper.ui.model.results;

import java.util.List;
import java.util.Optional;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.model.Heading;
import org.keyhopper.ui.model.Notice;

/**
 * Everything the Results place shows.
 *
 * @param request empty before one was opened
 * @param figures total first
 * @param failed how many RETRY FAILED would attempt again
 * @param skipped how many PROVISION SKIPPED would attempt
 * @param unclear how many RECONCILE would settle
 * @param busy while RECONCILE is under way, of this request or another, which can be stopped
 */
public record ResultsState(
        Heading heading,
        Optional<RequestId> request,
        List<Figure> figures,
        List<ResultRow> rows,
        int failed,
        int skipped,
        int unclear,
        boolean busy,
        Optional<Notice> notice) {
    public ResultsState {
        figures = List.copyOf(figures);
        rows = List.copyOf(rows);
    }

    ResultsState with(boolean nowBusy, Optional<Notice> next) {
        return new ResultsState(heading, request, figures, rows, failed, skipped, unclear, nowBusy, next);
    }
}
