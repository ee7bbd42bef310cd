package org.keyhopper.ui.internal.dialogs;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Column;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.RowTable;
import org.keyhopper.ui.internal.controls.WrapLayout;
import org.keyhopper.ui.internal.help.HelpTopics;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.check.CheckRow;
import org.keyhopper.ui.model.check.CheckState;
import org.keyhopper.ui.model.check.RunCheck;

/**
 * The check of recipients before a run: its progress, or the recipients to decide about. Closing it cancels the run
 * and changes nothing.
 */
public final class CheckDialog {

    private final Messages messages;
    private final RunCheck check;
    private final boolean deciding;
    private final BaseDialog dialog;
    private final Label progress;
    private final Label notice;
    private ProgressBar bar;
    private RowTable<CheckRow> people;
    private final ActionControl start;
    private boolean answered;

    public CheckDialog(Shell parent, Messages messages, RunCheck check, CheckState state) {
        this.messages = messages;
        this.check = check;
        deciding = state.isDeciding();
        dialog = new BaseDialog(parent, "check", state.title(), "");
        progress = Labels.withId(Labels.wrapped(dialog.body(), FontRole.BODY, ColorRole.TEXT), "runCheck.progress");
        if (deciding) {
            list();
        } else {
            bar = new ProgressBar(dialog.body(), SWT.HORIZONTAL | SWT.SMOOTH);
            Labels.withId(Labels.accessibleName(bar, state.title()), "runCheck.bar");
            GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        }
        notice = Labels.withId(Labels.wrapped(dialog.body(), FontRole.BODY, ColorRole.SOFT), "runCheck.notice");
        ActionControl back = dialog.button(
                "runCheck.back",
                messages.text(deciding ? "runCheck.back" : "runCheck.cancel"),
                ActionControl.Style.PLAIN,
                dialog::close);
        start = dialog.button("runCheck.start", state.start(), style(), this::start);
        dialog.setDefault(deciding ? start : back);
        dialog.onClose(this::closed);
        if (deciding) {
            people.onSelectionChange(this::showSelected);
        }
        show(state);
        if (deciding) {
            people.select(0);
            showSelected();
        }
        // The bounds of the list are kept, and are not those of the progress.
        dialog.open(deciding ? 900 : 620, deciding ? 480 : 0);
        if (deciding) {
            people.control().setFocus();
        } else {
            back.setFocus();
        }
    }

    private ActionControl.Style style() {
        return deciding ? ActionControl.Style.PRIMARY : ActionControl.Style.PLAIN;
    }

    private void list() {
        people = new RowTable<>(
                dialog.body(),
                SWT.MULTI | SWT.BORDER | SWT.CHECK,
                List.of(
                        Column.of(messages, "runCheck.column.name", 22, CheckRow::name),
                        Column.of(messages, "runCheck.column.user", 24, CheckRow::user),
                        Column.of(messages, "runCheck.column.reason", 24, CheckRow::reason),
                        Column.of(messages, "runCheck.column.detail", 30, CheckRow::detail)));
        people.setIdentity(CheckRow::position);
        Labels.accessibleName(people.control(), messages.text("runCheck.table"));
        people.withTools(messages, "runCheck.people").withHiddenFilter(dialog.body());
        GridDataFactory.fillDefaults().grab(true, true).hint(200, Theme.px(180)).applyTo(people.control());
        people.onCheck(CheckRow::excluded, (row, out) -> check.exclude(row.position(), out));
        Labels.set(Labels.wrapped(dialog.body(), FontRole.BODY, ColorRole.SOFT), messages.text("runCheck.hint"));
        Composite row = new Composite(dialog.body(), SWT.NONE);
        row.setLayout(new WrapLayout(0));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        CandidateSelectionBox.button(row, messages, "runCheck.excludeAll", () -> check.excludeAll(true));
        CandidateSelectionBox.button(row, messages, "runCheck.excludeNone", () -> check.excludeAll(false));
    }

    /** Returns whether this dialog can show the state. */
    public boolean isFor(CheckState state) {
        return deciding == state.isDeciding() && !dialog.shell().isDisposed();
    }

    public void show(CheckState state) {
        if (dialog.shell().isDisposed()) {
            return;
        }
        boolean changed = Labels.set(progress, state.progress());
        dialog.explain(state.notice());
        if (deciding) {
            people.show(state.rows());
        } else {
            bar.setMaximum(Math.max(1, state.total()));
            bar.setSelection(state.looked());
        }
        start.show(state.start(), "", style(), this::start);
        if (deciding) {
            showSelected();
        } else {
            changed |=
                    Labels.set(notice, state.notice().map(some -> some.text()).orElse(""));
        }
        if (changed) {
            dialog.grow();
        }
    }

    /** Shows the selected row in full, because table cells are truncated. */
    private void showSelected() {
        String text = people.selected()
                .map(row -> row.name() + " (" + row.user() + "): " + row.detail())
                .orElse("");
        HelpTopics.showsProblem(people.control(), people.selected().map(CheckRow::problem));
        if (Labels.set(notice, text)) {
            dialog.grow();
        }
    }

    private void start() {
        answered = true;
        check.start();
    }

    /** Closes the dialog after the check has ended, without cancelling the run. */
    public void close() {
        answered = true;
        dialog.close();
    }

    private void closed() {
        if (!answered) {
            check.cancel();
        }
    }
}
