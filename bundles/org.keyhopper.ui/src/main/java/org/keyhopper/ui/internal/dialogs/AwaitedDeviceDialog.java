package org.keyhopper.ui.internal.dialogs;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Column;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.Pill;
import org.keyhopper.ui.internal.controls.RowTable;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.results.AwaitedState;
import org.keyhopper.ui.model.results.AwaitedState.Row;
import org.keyhopper.ui.model.results.ResultsPresenter;

/**
 * Asks for the devices that a reconciliation needs; the operator can declare one lost. Closing it, like Enter,
 * cancels.
 */
public final class AwaitedDeviceDialog {

    private static final int WIDTH = 760;

    private final Messages messages;
    private final ResultsPresenter presenter;
    private final BaseDialog dialog;
    private final Label request;
    private final Pill notice;
    private final RowTable<Row> devices;
    private final Label progress;
    private boolean over;

    public AwaitedDeviceDialog(Shell parent, Messages messages, ResultsPresenter presenter, AwaitedState state) {
        this.messages = messages;
        this.presenter = presenter;
        dialog = new BaseDialog(
                parent, "reconcile", messages.text("reconcile.title"), messages.text("reconcile.message"));
        request = Labels.withId(Labels.wrapped(dialog.body(), FontRole.LARGE, ColorRole.TEXT), "reconcile.request");
        notice = new Pill(dialog.body(), FontRole.STRONG);
        Labels.withId(notice.label(), "reconcile.notice");
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(notice);
        devices = new RowTable<>(dialog.body(), SWT.SINGLE | SWT.BORDER, columns());
        devices.setIdentity(Row::recipient);
        Labels.accessibleName(devices.control(), messages.text("reconcile.column.device"));
        devices.withTools(messages, "reconcile.devices");
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(100, devices.height(3))
                .applyTo(devices.control());
        progress = Labels.withId(Labels.label(dialog.body(), FontRole.BODY, ColorRole.SOFT), "reconcile.progress");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(progress);
        ProgressBar waiting = new ProgressBar(dialog.body(), SWT.INDETERMINATE);
        Labels.withId(Labels.accessibleName(waiting, messages.text("reconcile.title")), "reconcile.waiting");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(waiting);
        dialog.button(
                "reconcile.giveUp",
                messages.text("reconcile.giveUp"),
                ActionControl.Style.PLAIN,
                () -> devices.selected().ifPresent(this::askToGiveUp));
        ActionControl cancel =
                dialog.button("dialog.cancel", messages.text("cancel"), ActionControl.Style.PRIMARY, dialog::close);
        dialog.setDefault(cancel);
        dialog.onClose(() -> {
            if (!over) {
                presenter.stopReconciling();
            }
        });
        show(state);
        dialog.open(WIDTH, 0);
        cancel.setFocus();
    }

    private List<Column<Row>> columns() {
        return List.of(
                Column.of(messages, "reconcile.column.person", 26, Row::person),
                Column.of(messages, "reconcile.column.device", 34, Row::device),
                Column.of(messages, "reconcile.column.place", 40, Row::place));
    }

    private void askToGiveUp(Row row) {
        ConfirmationDialogs.ask(
                dialog.shell(),
                messages,
                messages.text("reconcile.giveUp.title"),
                row.question(),
                messages.text("reconcile.giveUp.confirm"),
                () -> presenter.giveUp(row.recipient()));
    }

    /** Shows the awaited devices; the selection follows its row. */
    public void show(AwaitedState state) {
        if (dialog.shell().isDisposed()) {
            return;
        }
        Labels.set(request, state.request());
        devices.show(state.rows());
        if (devices.selected().isEmpty()) {
            devices.select(0);
        }
        Labels.set(progress, state.progress());
        dialog.explain(state.notice());
        ((GridData) notice.getLayoutData()).exclude = state.notice().isEmpty();
        notice.setVisible(state.notice().isPresent());
        state.notice().ifPresent(words -> notice.show(words.text(), words.tint()));
        if (dialog.shell().isVisible()) {
            dialog.grow();
        }
    }

    /** Closes the dialog when no device is awaited any more. */
    public void close() {
        over = true;
        dialog.close();
    }
}
