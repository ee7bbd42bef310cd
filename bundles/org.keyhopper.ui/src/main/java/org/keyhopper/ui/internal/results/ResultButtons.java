package org.keyhopper.ui.internal.results;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.WrapLayout;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.results.ResultDocument;
import org.keyhopper.ui.model.results.ResultRow;
import org.keyhopper.ui.model.results.ResultsState;

/** The row of buttons below the results. */
final class ResultButtons {

    private final Messages messages;
    private final ResultActions actions;
    private final Composite row;
    private final Supplier<List<ResultRow>> selection;
    private final Supplier<Optional<ResultRow>> selected;
    private final ActionControl retry;
    private final ActionControl provisionSkipped;
    private final ActionControl unskip;
    private final ActionControl reconcile;
    private final ActionControl pin;
    private final ActionControl office;
    private final ActionControl passkeys;
    private final ActionControl former;
    private final ActionControl csv;
    private final ActionControl pdf;
    private final ActionControl handOut;

    ResultButtons(Composite parent, Messages messages, ResultActions actions, Supplier<List<ResultRow>> selection) {
        this.messages = messages;
        this.actions = actions;
        this.selection = selection;
        selected = () -> selection.get().stream().findFirst();
        row = new Composite(parent, SWT.NONE);
        row.setLayout(new WrapLayout(2));
        GridDataFactory.fillDefaults().grab(true, false).indent(0, 8).applyTo(row);
        retry = button("results.retry", actions::retryFailed);
        provisionSkipped = button("results.provisionSkipped", actions::provisionSkipped);
        unskip = button("results.unskip", () -> actions.undoSkip(skipped()));
        reconcile = button("results.reconcile", actions::reconcile);
        pin = button("results.pin", () -> selected.get().ifPresent(actions::showPin));
        office = button("pins.open", actions::openPinOffice);
        passkeys = button("results.passkeys", () -> selected.get().ifPresent(actions::showPasskeys));
        former = button("results.former", () -> selected.get().ifPresent(actions::showFormerPasskeys));
        csv = button("results.report.csv", () -> actions.save(ResultDocument.REPORT_CSV));
        pdf = button("results.report.pdf", () -> actions.save(ResultDocument.REPORT_PDF));
        handOut = button("results.handOut", () -> actions.save(ResultDocument.HAND_OUT_LIST));
    }

    private ActionControl button(String key, Runnable action) {
        ActionControl button = Labels.withId(new ActionControl(row), key);
        button.show(messages.text(key), "", ActionControl.Style.PLAIN, action);
        return button;
    }

    void show(ResultsState state) {
        retry.setEnabled(state.failed() > 0 && !state.busy());
        provisionSkipped.setEnabled(state.skipped() > 0 && !state.busy());
        unskip.setEnabled(!skipped().isEmpty() && !state.busy());
        showReconcile(state);
        pin.setEnabled(selected.get().filter(row -> row.pin() || row.sealed()).isPresent());
        boolean sealed = state.people().stream().anyMatch(ResultRow::sealed);
        office.setEnabled(sealed);
        office.setToolTipText(sealed ? null : messages.text("pins.open.none"));
        passkeys.setEnabled(selected.get().isPresent());
        former.setEnabled(selected.get().filter(row -> row.former().isPresent()).isPresent());
        showReports(state);
        if (showOwn(state.permissions().own())) {
            row.getParent().layout(true, true);
        }
    }

    private void showReports(ResultsState state) {
        Optional<String> refusal = state.permissions().report();
        for (ActionControl report : List.of(csv, pdf)) {
            report.setEnabled(state.request().isPresent() && refusal.isEmpty());
            report.setToolTipText(refusal.orElse(null));
        }
        handOut.setEnabled(refusal.isEmpty()
                && state.people().stream().anyMatch(row -> row.style().outcome() == Outcome.PROVISIONED));
        handOut.setToolTipText(refusal.orElse(null));
    }

    /** What a joined station leaves to the portal of Central is hidden. */
    private boolean showOwn(boolean own) {
        boolean moved = false;
        for (ActionControl button : List.of(retry, provisionSkipped, unskip, office, passkeys, former)) {
            moved |= button.getVisible() != own;
            button.setVisible(own);
        }
        return moved;
    }

    private List<ResultRow> skipped() {
        return selection.get().stream()
                .filter(row -> row.style().outcome() == Outcome.SKIPPED)
                .toList();
    }

    /** A reconciliation in progress is stopped with the button that started it. */
    private void showReconcile(ResultsState state) {
        String key = state.busy() ? "results.reconcile.stop" : "results.reconcile";
        Runnable action = state.busy() ? actions::stopReconciling : actions::reconcile;
        reconcile.show(messages.text(key), "", ActionControl.Style.PLAIN, action);
        reconcile.setEnabled(state.unclear() > 0 || state.busy());
    }
}
