package org.keyhopper.ui.internal.results;

import org.keyhopper.ui.model.results.ReportFormat;
import org.keyhopper.ui.model.results.ResultRow;

/** What can be done in the Results place. UI thread. */
public interface ResultActions {

    void retryFailed();

    void reconcile();

    void stopReconciling();

    void report(ReportFormat format);

    void showPin(ResultRow row);

    void showPasskeys(ResultRow row);

    /** Shows the passkeys of whoever held the device before. */
    void showFormerPasskeys(ResultRow row);

    void chooseRequest();
}
