package org.keyhopper.ui.internal.dialogs;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Column;
import org.keyhopper.ui.internal.controls.KeyboardFocus;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.RowTable;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.internal.parts.StateSubscription;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.pins.PinOfficePresenter;
import org.keyhopper.ui.model.pins.PinOfficeState;
import org.keyhopper.ui.model.pins.PinRow;

/** The sealed PINs of a request: how far each is, letters, and hand-over by scanner or keyboard. */
public final class PinOfficeDialog {

    private final Messages messages;
    private final PinOfficePresenter presenter;
    private final BaseDialog dialog;
    private final Display display;
    private final Text scan;
    private final RowTable<PinRow> table;
    private final Label summary;
    private final Label notice;
    private final List<ActionControl> ofPeople;
    private final ActionControl show;

    public PinOfficeDialog(Shell parent, Messages messages, PinOfficePresenter presenter) {
        this.messages = messages;
        this.presenter = presenter;
        PinOfficeState state = presenter.states().get();
        dialog = new BaseDialog(parent, "pinOffice", state.title(), messages.text("pins.message"));
        display = parent.getDisplay();
        summary = Labels.withId(Labels.wrapped(dialog.body(), FontRole.STRONG, ColorRole.TEXT), "pins.summary");
        Composite grid = FormRows.grid(dialog.body());
        scan = FormRows.text(grid, messages.text("pins.scan"), "pins.scan", SWT.NONE);
        scan.setMessage(messages.text("pins.scan.hint"));
        scan.addListener(SWT.DefaultSelection, event -> scanned());
        table = new RowTable<>(dialog.body(), SWT.MULTI | SWT.BORDER, columns());
        table.setIdentity(PinRow::position);
        Labels.accessibleName(table.control(), messages.text("pins.table"));
        table.withTools(messages, "pins.table");
        GridDataFactory.fillDefaults().grab(true, true).hint(200, Theme.px(220)).applyTo(table.control());
        notice = Labels.withId(Labels.wrapped(dialog.body(), FontRole.BODY, ColorRole.SOFT), "pins.notice");
        show = button("pins.show", this::showPin);
        ActionControl letters = button("pins.letters", this::writeLetters);
        ActionControl handOver = button("pins.handOver", () -> presenter.handOver(selected()));
        ActionControl confirm = button("pins.confirm", () -> presenter.confirm(selected()));
        ofPeople = List.of(letters, handOver, confirm);
        button("close", dialog::close);
        table.onSelectionChange(this::enable);
        StateSubscription.follow(dialog.shell(), presenter.states(), this::show);
        show(state);
        presenter.refresh();
        dialog.open(940, 560);
        scan.setFocus();
    }

    private ActionControl button(String key, Runnable action) {
        String id = key.equals("close") ? "dialog.close" : key;
        return dialog.button(id, messages.text(key), ActionControl.Style.PLAIN, action);
    }

    private List<Column<PinRow>> columns() {
        return List.of(
                Column.of(messages, "pins.column.name", 24, PinRow::name),
                Column.of(messages, "pins.column.device", 20, PinRow::device),
                Column.of(messages, "pins.column.code", 12, PinRow::code),
                Column.<PinRow>of(messages, "pins.column.state", 30, PinRow::state)
                        .withMark(row -> new Column.Icon(row.mark(), ColorRole.mark(row.tint()))),
                Column.<PinRow>of(messages, "pins.column.since", 14, PinRow::since)
                        .sortedBy(PinRow::sinceAt));
    }

    /** A scanner types a code and Enter; the field is then ready for the next one. */
    private void scanned() {
        String text = scan.getText();
        scan.setText("");
        presenter.handOver(text);
    }

    /** Returns the selected people; all when none is selected. */
    private Set<Integer> people() {
        Set<Integer> chosen = selected();
        return chosen.isEmpty()
                ? presenter.states().get().rows().stream().map(PinRow::position).collect(Collectors.toSet())
                : chosen;
    }

    private Set<Integer> selected() {
        return table.selection().stream().map(PinRow::position).collect(Collectors.toSet());
    }

    private void showPin() {
        table.selected().ifPresent(row -> askForKey(row.position(), row.name()));
    }

    /** Shows the PIN of one person after the key and the reason were entered. */
    public void askForKey(int position, String person) {
        SealedPinDialog.open(
                dialog.shell(),
                messages,
                person,
                key -> presenter.showPin(position, key, pin -> display.asyncExec(() -> shown(person, pin))));
    }

    private void shown(String person, Secret pin) {
        if (dialog.shell().isDisposed()) {
            pin.close();
        } else {
            InitialPinDialog.open(dialog.shell(), messages, person, pin);
        }
    }

    private void writeLetters() {
        new LettersDialog(
                dialog.shell(),
                messages,
                people(),
                look -> presenter.preview(look, file -> display.asyncExec(() -> Program.launch(file.toString()))),
                presenter::write);
    }

    private void enable() {
        PinOfficeState state = presenter.states().get();
        boolean ready = !state.rows().isEmpty() && !state.busy();
        show.setEnabled(ready && table.selection().size() == 1);
        ofPeople.getFirst().setEnabled(ready);
        ofPeople.stream()
                .skip(1)
                .forEach(button -> button.setEnabled(ready && !selected().isEmpty()));
    }

    private void show(PinOfficeState state) {
        dialog.setTitle(state.title());
        dialog.explain(state.notice());
        table.show(state.rows());
        ColorRole role = state.notice().map(some -> ColorRole.text(some.tint())).orElse(ColorRole.SOFT);
        Theme.of(notice).applyText(notice, role, FontRole.BODY);
        boolean changed =
                Labels.set(notice, state.notice().map(some -> some.text()).orElse(""));
        changed |= Labels.set(summary, state.summary());
        if (changed) {
            dialog.layout();
        }
        enable();
        if (!state.busy()) {
            keepFocus();
        }
    }

    /** A button that has the focus loses it where it is disabled for a while, and then no key would do anything. */
    private void keepFocus() {
        Control focused = display.getFocusControl();
        if (focused == null || focused == dialog.shell()) {
            KeyboardFocus.move(scan, scan::setFocus);
        }
    }
}
