package org.keyhopper.ui.internal.dialogs;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Column;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.RowTable;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.parts.StateSubscription;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.manual.PersonFinder;
import org.keyhopper.ui.model.manual.PersonFinder.FinderState;
import org.keyhopper.ui.model.requests.PersonRow;

/** Finds a person of the request who stands at the desk. Enter goes to the selected or the only one. */
public final class FindPersonDialog {

    private final PersonFinder finder;
    private final BaseDialog dialog;
    private final RowTable<PersonRow> rows;
    private final Label count;
    private final ActionControl goTo;

    public FindPersonDialog(Shell parent, Messages messages, PersonFinder finder) {
        this.finder = finder;
        dialog = new BaseDialog(parent, "find", messages.text("find.title"), messages.text("find.message"));
        Text text = FormRows.text(FormRows.grid(dialog.body()), messages.text("find.text"), "find.text", SWT.NONE);
        text.addListener(SWT.Modify, event -> search(text.getText()));
        rows = new RowTable<>(dialog.body(), SWT.SINGLE | SWT.BORDER | SWT.VIRTUAL, columns(messages));
        rows.setIdentity(PersonRow::position);
        Labels.accessibleName(rows.control(), messages.text("people.title"));
        rows.withTools(messages, "find.people");
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(SWT.DEFAULT, rows.roomyHeight(6))
                .applyTo(rows.control());
        rows.onSelectionChange(this::enable);
        rows.onOpen(this::goTo);
        count = Labels.withId(Labels.wrapped(dialog.body(), FontRole.SMALL, ColorRole.SOFT), "find.count");
        dialog.button("dialog.cancel", messages.text("cancel"), ActionControl.Style.PLAIN, dialog::close);
        goTo = dialog.button(
                "find.go", messages.text("find.go"), ActionControl.Style.PRIMARY, () -> chosen().ifPresent(this::goTo));
        dialog.setDefault(goTo);
        StateSubscription.follow(dialog.shell(), finder.states(), this::show);
        show(finder.states().get());
        dialog.open(720, 520);
        text.setFocus();
    }

    private static List<Column<PersonRow>> columns(Messages messages) {
        return List.of(
                Column.of(messages, "requests.column.name", 36, PersonRow::name),
                Column.of(messages, "requests.column.user", 40, PersonRow::user),
                Column.<PersonRow>of(messages, "requests.column.outcome", 24, PersonRow::text)
                        .withMark(row -> Column.Icon.of(row.style())));
    }

    /** A scanner sends Enter with its last character: what it found counts before it is in the table. */
    private void search(String text) {
        finder.search(text);
        enable();
    }

    private Optional<PersonRow> chosen() {
        List<PersonRow> all = finder.states().get().rows();
        return rows.selected()
                .filter(all::contains)
                .or(() -> all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty());
    }

    private void goTo(PersonRow row) {
        finder.goTo(row);
        dialog.close();
    }

    private void enable() {
        goTo.setEnabled(chosen().isPresent());
    }

    private void show(FinderState state) {
        rows.show(state.rows());
        Labels.set(count, state.summary());
        enable();
    }
}
