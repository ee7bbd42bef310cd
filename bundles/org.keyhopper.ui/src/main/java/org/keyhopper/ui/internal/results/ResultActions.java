package org.keyhopper.ui.internal.results;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.ui.model.results.ResultDocument;
import org.keyhopper.ui.model.results.ResultRow;

/** The actions of the Results perspective. UI thread. */
public interface ResultActions {

    void retryFailed();

    /** Makes the selected skipped people pending again. */
    void undoSkip(List<ResultRow> rows);

    /** Makes all skipped people pending again and provisions them. */
    void provisionSkipped();

    void reconcile();

    void stopReconciling();

    void save(ResultDocument document);

    void showPin(ResultRow row);

    void openPinOffice();

    void showPasskeys(ResultRow row);

    /** Shows only people with this outcome, or all. */
    void filter(Optional<Outcome> outcome);

    /** Shows the passkeys of the device's former holder. */
    void showFormerPasskeys(ResultRow row);

    void chooseRequest();
}
