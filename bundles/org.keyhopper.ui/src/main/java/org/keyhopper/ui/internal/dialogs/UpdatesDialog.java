package org.keyhopper.ui.internal.dialogs;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Column;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.Pill;
import org.keyhopper.ui.internal.controls.RowTable;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.internal.parts.StateSubscription;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.updates.UpdateRow;
import org.keyhopper.ui.model.updates.UpdatesPresenter;
import org.keyhopper.ui.model.updates.UpdatesPresenter.Purpose;
import org.keyhopper.ui.model.updates.UpdatesState;

/** The installed units, the content of an update site and the state of drop-ins; installs from the site. */
public final class UpdatesDialog {

    private final Messages messages;
    private final UpdatesPresenter presenter;
    private final BaseDialog dialog;
    private final Text site;
    private final Pill notice;
    private final RowTable<UpdateRow> rows;
    private final Label detail;
    private final ActionControl theme;
    private final ActionControl apply;

    public UpdatesDialog(Shell parent, Messages messages, UpdatesPresenter presenter, Purpose purpose) {
        this.messages = messages;
        this.presenter = presenter;
        boolean drivers = purpose == Purpose.DRIVERS;
        dialog = new BaseDialog(
                parent,
                drivers ? "drivers" : "updates",
                messages.text(drivers ? "drivers.title" : "updates.title"),
                messages.text(drivers ? "drivers.message" : "updates.message"));
        Composite form = FormRows.grid(dialog.body());
        site = FormRows.text(form, messages.text("upkeep.site"), "upkeep.site", SWT.NONE);
        site.setMessage("https://");
        site.addListener(SWT.Modify, event -> presenter.site(site.getText()));
        rows = new RowTable<>(dialog.body(), (drivers ? SWT.MULTI : SWT.SINGLE) | SWT.BORDER, columns());
        rows.setIdentity(UpdateRow::id);
        Labels.accessibleName(rows.control(), messages.text(drivers ? "drivers.title" : "updates.title"));
        rows.withTools(messages, "upkeep.rows").withHiddenFilter(dialog.body());
        GridDataFactory.fillDefaults().grab(true, true).hint(100, Theme.px(220)).applyTo(rows.control());
        rows.control()
                .addListener(SWT.Selection, event -> show(presenter.states().get()));
        detail = Labels.withId(Labels.wrapped(dialog.body(), FontRole.BODY, ColorRole.SOFT), "upkeep.detail");
        notice = new Pill(dialog.body(), FontRole.BODY);
        Labels.withId(notice.label(), "upkeep.notice");
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(notice);
        dialog.button("dialog.close", messages.text("close"), ActionControl.Style.PLAIN, dialog::close);
        theme = dialog.button(
                "upkeep.look", messages.text("upkeep.look"), ActionControl.Style.PLAIN, presenter::checkSite);
        apply = dialog.button("upkeep.apply", messages.text("upkeep.apply"), ActionControl.Style.PRIMARY, this::apply);
        dialog.setDefault(theme);
        StateSubscription.follow(dialog.shell(), presenter.states(), this::show);
        show(presenter.states().get());
        dialog.open(880, 620);
        site.setFocus();
    }

    private List<Column<UpdateRow>> columns() {
        return List.of(
                Column.<UpdateRow>of(messages, "upkeep.column.state", 31, UpdateRow::state)
                        .withMark(row -> new Column.Icon(row.mark(), ColorRole.mark(row.tint()))),
                Column.of(messages, "upkeep.column.name", 44, UpdateRow::name),
                Column.of(messages, "upkeep.column.version", 25, UpdateRow::version));
    }

    private Set<String> chosen() {
        return rows.selection().stream()
                .filter(UpdateRow::offered)
                .map(UpdateRow::id)
                .collect(Collectors.toSet());
    }

    private void apply() {
        Set<String> chosen = chosen();
        if (presenter.states().get().untrusted()) {
            ConfirmationDialogs.ask(
                    dialog.shell(),
                    messages,
                    messages.text("upkeep.untrusted.title"),
                    messages.text("upkeep.untrusted.question"),
                    messages.text("upkeep.untrusted.confirm"),
                    () -> presenter.apply(chosen, true));
        } else {
            presenter.apply(chosen, false);
        }
    }

    private void show(UpdatesState state) {
        if (!site.isFocusControl() && !site.getText().equals(state.site())
                || site.getText().isEmpty() && !state.site().isEmpty()) {
            site.setText(state.site());
        }
        rows.show(state.rows());
        Labels.set(detail, rows.selected().map(UpdateRow::detail).orElse(""));
        dialog.explain(state.notice());
        boolean hasNotice = state.notice().isPresent();
        notice.show(
                state.notice().map(Notice::text).orElse(""),
                state.notice().map(Notice::tint).orElse(Tint.NEUTRAL));
        ((GridData) notice.getLayoutData()).exclude = !hasNotice;
        notice.setVisible(hasNotice);
        theme.setEnabled(!state.busy());
        apply.setEnabled(!state.busy() && (state.updates() || !chosen().isEmpty()));
        dialog.layout();
        dialog.grow();
    }
}
