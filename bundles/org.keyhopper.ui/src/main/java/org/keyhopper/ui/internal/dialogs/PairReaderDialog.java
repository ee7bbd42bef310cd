package org.keyhopper.ui.internal.dialogs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.core.run.StepProgress;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Column;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.Mark;
import org.keyhopper.ui.internal.controls.Pill;
import org.keyhopper.ui.internal.controls.RowTable;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.internal.parts.StateSubscription;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.automatic.PairReaderPresenter;
import org.keyhopper.ui.model.automatic.PairReaderState;
import org.keyhopper.ui.model.automatic.PairReaderState.BindingRow;
import org.keyhopper.ui.model.automatic.PairReaderState.StageRow;

/** Pairs a printer's encoder with its reader: feeds one card, observes the readers and shows the result. */
public final class PairReaderDialog {

    private final Messages messages;
    private final PairReaderPresenter presenter;
    private final BaseDialog dialog;
    private final Combo printer;
    private final Combo encoder;
    private final List<Mark> marks = new ArrayList<>();
    private final List<Label> stages = new ArrayList<>();
    private final Pill result;
    private final RowTable<BindingRow> bindings;
    private final ActionControl learn;
    private final ActionControl forget;

    /** @param closed runs on the UI thread after the dialog was closed */
    public PairReaderDialog(Shell parent, Messages messages, PairReaderPresenter presenter, Runnable closed) {
        this.messages = messages;
        this.presenter = presenter;
        dialog = new BaseDialog(parent, "teach", messages.text("teach.title"), messages.text("teach.message"));
        Composite form = FormRows.grid(dialog.body());
        printer = FormRows.choice(form, messages.text("teach.printer"), "teach.printer", List.of());
        List<String> names = new ArrayList<>();
        for (Encoder one : Encoder.values()) {
            names.add(messages.text("encoder." + one.name()));
        }
        encoder = FormRows.choice(form, messages.text("setup.encoder"), "teach.station", names);
        encoder.select(0);
        Composite list = new Composite(dialog.body(), SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 8).applyTo(list);
        GridDataFactory.fillDefaults().grab(true, false).indent(0, 8).applyTo(list);
        for (int i = 0; i < presenter.states().get().stages().size(); i++) {
            marks.add(new Mark(list, 15));
            stages.add(Labels.wrapped(list, FontRole.BODY, ColorRole.TEXT));
        }
        result = new Pill(dialog.body(), FontRole.STRONG);
        Labels.withId(result.label(), "teach.result");
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(SWT.DEFAULT, Theme.px(74))
                .applyTo(result);
        Label caption = Labels.caption(dialog.body(), messages.text("teach.bindings"));
        caption.setText(messages.text("teach.bindings").toUpperCase(Locale.getDefault()));
        bindings = new RowTable<>(dialog.body(), SWT.SINGLE | SWT.BORDER, columns());
        bindings.setIdentity(Function.identity());
        Labels.accessibleName(bindings.control(), messages.text("teach.bindings"));
        bindings.withTools(messages, "teach.bindings");
        GridDataFactory.fillDefaults().grab(true, true).hint(100, Theme.px(120)).applyTo(bindings.control());
        forget = dialog.button(
                "teach.forget", messages.text("teach.forget"), ActionControl.Style.PLAIN, () -> bindings.selected()
                        .ifPresent(presenter::forget));
        bindings.onSelectionChange(() -> forget.setEnabled(bindings.selected().isPresent()));
        dialog.button("dialog.close", messages.text("close"), ActionControl.Style.PLAIN, dialog::close);
        learn = dialog.button("teach.learn", messages.text("teach.learn"), ActionControl.Style.PRIMARY, this::learn);
        dialog.setDefault(learn);
        dialog.onClose(presenter::close);
        dialog.onClose(closed);
        StateSubscription.follow(dialog.shell(), presenter.states(), this::show);
        show(presenter.states().get());
        dialog.open(780, 640);
        learn.setFocus();
    }

    private List<Column<BindingRow>> columns() {
        return List.of(
                Column.of(messages, "teach.column.printer", 30, BindingRow::printer),
                Column.of(messages, "teach.column.encoder", 16, BindingRow::encoder),
                Column.of(messages, "teach.column.reader", 32, BindingRow::reader),
                Column.of(messages, "teach.column.learned", 22, BindingRow::learned));
    }

    private void learn() {
        int chosen = printer.getSelectionIndex();
        List<PairReaderState.Printer> printers = presenter.states().get().printers();
        if (chosen >= 0 && chosen < printers.size()) {
            presenter.learn(printers.get(chosen).address(), Encoder.values()[encoder.getSelectionIndex()]);
        }
    }

    private void show(PairReaderState state) {
        String[] names =
                state.printers().stream().map(PairReaderState.Printer::name).toArray(String[]::new);
        if (!List.of(names).equals(List.of(printer.getItems()))) {
            printer.setItems(names);
            printer.select(0);
        }
        for (int i = 0; i < state.stages().size(); i++) {
            show(marks.get(i), stages.get(i), state.stages().get(i));
        }
        dialog.explain(state.result());
        boolean hasResult = state.result().isPresent();
        result.show(
                state.result()
                        .map(notice -> notice.text())
                        .orElseGet(() -> state.discovering() ? messages.text("setup.looking") : ""),
                state.result().map(notice -> notice.tint()).orElse(Tint.ACTIVE));
        result.setVisible(hasResult || state.discovering());
        bindings.show(state.bindings());
        learn.setEnabled(!state.busy() && !state.printers().isEmpty());
        forget.setEnabled(bindings.selected().isPresent());
        dialog.layout();
    }

    private void show(Mark mark, Label label, StageRow row) {
        switch (row.state()) {
            case WAITING -> mark.show(OutcomeStyle.Mark.RING, ColorRole.BUTTON_LINE);
            case RUNNING -> mark.show(OutcomeStyle.Mark.DOTS, ColorRole.ACTIVE);
            case DONE -> mark.show(OutcomeStyle.Mark.CHECK, ColorRole.GOOD);
            case FAILED -> mark.show(OutcomeStyle.Mark.CROSS, ColorRole.BAD);
        }
        Labels.set(label, row.text());
        boolean waiting = row.state() == StepProgress.State.WAITING;
        Theme.of(label).applyText(label, waiting ? ColorRole.FAINT : ColorRole.TEXT, FontRole.BODY);
    }
}
