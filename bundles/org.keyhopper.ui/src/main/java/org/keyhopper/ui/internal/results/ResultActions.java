package org.keyhopper.ui.internal.results;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.ui.model.results.ReportFormat;
import org.keyhopper.ui.model.results.ResultRow;

/** What can be done in the Results place. UI thread. */
public interface ResultActions {

    void retryFailed();

    /** Makes the selected skipped people pending again. */
    void undoSkip(List<ResultRow> rows);

    /** Makes all skipped people pending again, and provisions them. */
    void provisionSkipped();

    void reconcile();

    void stopReconciling();

    void report(ReportFormat format);

    void showPin(ResultRow row);

    void showPasskeys(ResultRow row);

    /** Shows only people of this outcome, or all. */
    void filter(Optional<Outcome> outcome);

    /** Shows the passkeys of whoever held the device before. */
    void showFormerPasskeys(ResultRow row);

    void chooseRequest();
}
