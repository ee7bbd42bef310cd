package org.keyhopper.ui.internal.dialogs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Column;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.Pill;
import org.keyhopper.ui.internal.controls.RowTable;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.parts.StateSubscription;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.requests.ImportPresenter;
import org.keyhopper.ui.model.requests.ImportState;
import org.keyhopper.ui.model.requests.ImportState.Columns;
import org.keyhopper.ui.model.requests.ProfilesPresenter;

/** Creates a request from a CSV file: the file, its rows or faults, name, directory and profile. */
public final class ImportDialog {

    private static final int PREVIEW = 200;

    /** The table takes what the options below it leave. */
    private static final int LEAST_ROWS = 3;

    private final Messages messages;
    private final ImportPresenter presenter;
    private final BaseDialog dialog;
    private final Label file;
    private final RowTable<Recipient> preview;
    private final Pill faults;
    private final Map<String, Combo> mapping = new LinkedHashMap<>();
    private final Composite mappingRow;
    private Columns columns = new Columns(List.of(), Map.of());
    private final RequestDraftBox draft;
    private final ActionControl create;

    /**
     * @param profiles the saved profiles
     * @param made receives the new request, on the UI thread
     */
    public ImportDialog(
            Shell parent,
            Messages messages,
            ImportPresenter presenter,
            ProfilesPresenter profiles,
            Consumer<RequestId> made) {
        this.messages = messages;
        this.presenter = presenter;
        dialog = new BaseDialog(parent, "import", messages.text("import.title"), messages.text("import.message"));
        Composite row = new Composite(dialog.body(), SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(16, 0).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        ActionControl choose = Labels.withId(new ActionControl(row), "import.choose");
        choose.show(messages.text("import.choose"), "", ActionControl.Style.PLAIN, this::choose);
        file = Labels.label(row, FontRole.BODY, ColorRole.TEXT);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(file);
        addSample(row);
        mappingRow = new Composite(dialog.body(), SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(ImportPresenter.COLUMNS.size())
                .spacing(8, 4)
                .applyTo(mappingRow);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(mappingRow);
        mappingRow.setVisible(false);
        ImportPresenter.COLUMNS.forEach(this::addMapping);
        faults = new Pill(dialog.body(), FontRole.BODY);
        Labels.withId(faults.label(), "import.faults");
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(faults);
        preview = new RowTable<>(dialog.body(), SWT.SINGLE | SWT.BORDER, columns());
        preview.setIdentity(Function.identity());
        Labels.accessibleName(preview.control(), messages.text("people.title"));
        preview.withTools(messages, "import.preview");
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(SWT.DEFAULT, preview.height(LEAST_ROWS))
                .applyTo(preview.control());
        draft = new RequestDraftBox(
                dialog.body(),
                messages,
                new RequestDraftBox.Sink(presenter::name, presenter::directory, presenter::profile),
                profiles,
                presenter.demanded());
        dialog.button("dialog.cancel", messages.text("cancel"), ActionControl.Style.PLAIN, dialog::close);
        create = dialog.button(
                "draft.create",
                messages.text("draft.create"),
                ActionControl.Style.PRIMARY,
                () -> presenter.create(dialog.closingWith(made)));
        dialog.setDefault(create);
        StateSubscription.follow(dialog.shell(), presenter.states(), this::show);
        show(presenter.states().get());
        dialog.open(960, 720);
        choose.setFocus();
    }

    private void addSample(Composite row) {
        ActionControl sample = Labels.withId(new ActionControl(row), "import.sample");
        sample.show(messages.text("import.sample"), "", ActionControl.Style.PLAIN, () -> {
            FileDialog chooser = new FileDialog(dialog.shell(), SWT.SAVE);
            chooser.setText(messages.text("import.sample.title"));
            chooser.setFilterExtensions(new String[] {"*.csv"});
            chooser.setFileName(messages.text("import.sample.file"));
            chooser.setOverwrite(true);
            Optional.ofNullable(chooser.open()).map(Path::of).ifPresent(presenter::writeSample);
        });
    }

    private void addMapping(String column) {
        Combo combo = FormRows.choice(
                mappingRow, messages.text("import.column." + column), "import.column." + column, List.of());
        combo.addListener(SWT.Selection, event -> presenter.map(column, header(combo)));
        mapping.put(column, combo);
    }

    /** The first choice is none of the file's columns. */
    private static String header(Combo combo) {
        return combo.getSelectionIndex() <= 0 ? "" : combo.getText();
    }

    private void showMapping(Columns next) {
        if (columns.equals(next)) {
            return;
        }
        columns = next;
        List<String> choices = new ArrayList<>(List.of(messages.text("import.column.none")));
        choices.addAll(next.names());
        mapping.forEach((column, combo) -> {
            combo.setItems(choices.toArray(String[]::new));
            combo.select(next.names().indexOf(next.used().getOrDefault(column, "")) + 1);
        });
        Labels.visible(mappingRow, !next.names().isEmpty());
        dialog.layout();
        dialog.grow();
    }

    private List<Column<Recipient>> columns() {
        return List.of(
                Column.of(messages, "requests.column.user", 34, Recipient::user),
                Column.of(messages, "requests.column.name", 30, Recipient::displayName),
                Column.of(messages, "requests.column.email", 20, Recipient::email),
                Column.of(messages, "results.column.device", 16, Recipient::deviceName));
    }

    private void choose() {
        FileDialog chooser = new FileDialog(dialog.shell(), SWT.OPEN);
        chooser.setText(messages.text("import.title"));
        chooser.setFilterExtensions(new String[] {"*.csv;*.CSV", "*.*"});
        Optional.ofNullable(chooser.open()).map(Path::of).ifPresent(presenter::open);
    }

    private void show(ImportState state) {
        Labels.set(
                file, state.file().isEmpty() ? messages.text("import.none") : state.file() + "  ·  " + state.count());
        showMapping(state.columns());
        preview.show(state.draft().people().stream().limit(PREVIEW).toList());
        boolean faulty = !state.faults().isEmpty();
        faults.show(messages.text("import.faults") + ":\n" + String.join("\n", state.faults()), Tint.BAD);
        ((GridData) faults.getLayoutData()).exclude = !faulty;
        faults.setVisible(faulty);
        ((GridData) preview.control().getLayoutData()).exclude = faulty;
        preview.control().setVisible(!faulty);
        draft.show(state.draft(), state.directories(), state.missing());
        create.setEnabled(state.missing().isEmpty());
        dialog.layout();
    }
}
