package org.keyhopper.ui.internal.dialogs;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.Mark;
import org.keyhopper.ui.internal.help.HelpTopics;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.directories.DirectoryForm;
import org.keyhopper.ui.model.directories.DirectoryPresenter;
import org.keyhopper.ui.model.directories.FieldRow;
import org.keyhopper.ui.model.directories.FindingRow;

/** The form of one directory, generated from the settings that its connector declares. */
final class DirectoryFormBox {

    private final Messages messages;
    private final DirectoryPresenter presenter;
    private final Composite box;
    private final Composite grid;
    private final Map<String, Control> fields = new LinkedHashMap<>();
    private final Label fault;
    private final Composite findings;
    private final ActionControl test;
    private final ActionControl save;
    private final Runnable testing;
    private Optional<Text> name = Optional.empty();
    private List<FindingRow> found = List.of();

    DirectoryFormBox(Composite parent, Messages messages, DirectoryPresenter presenter) {
        this.messages = messages;
        this.presenter = presenter;
        box = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 10).applyTo(box);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(box);
        ScrolledComposite scrolled = new ScrolledComposite(box, SWT.V_SCROLL);
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(SWT.DEFAULT, Theme.px(300))
                .applyTo(scrolled);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        scrolled.setShowFocusedControl(true);
        grid = FormRows.grid(scrolled);
        scrolled.setContent(grid);
        scrolled.addListener(SWT.Resize, event -> fit(scrolled));
        grid.addListener(SWT.Resize, event -> fit(scrolled));
        fault = Labels.withId(Labels.wrapped(box, FontRole.BODY, ColorRole.ATTENTION_TEXT), "directory.fault");
        Composite buttons = new Composite(box, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 0).applyTo(buttons);
        testing = presenter::test;
        test = Labels.withId(new ActionControl(buttons), "directory.test");
        test.show(messages.text("directory.test"), "", ActionControl.Style.PLAIN, testing);
        save = Labels.withId(new ActionControl(buttons), "directory.save");
        save.show(messages.text("directory.save"), "", ActionControl.Style.PLAIN, () -> presenter.save(() -> {}));
        findings = new Composite(box, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 6).applyTo(findings);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(findings);
        Labels.withId(findings, "directory.findings");
    }

    private void fit(ScrolledComposite scrolled) {
        int width = scrolled.getClientArea().width;
        scrolled.setMinHeight(grid.computeSize(width, SWT.DEFAULT).y);
    }

    void dispose() {
        box.dispose();
    }

    void show(DirectoryForm form) {
        if (name.isEmpty()) {
            build(form);
        }
        form.fields().stream().filter(row -> row.field().isSecret()).forEach(this::showStored);
        Labels.set(fault, form.fault());
        test.setEnabled(form.testing() || form.fault().isEmpty());
        test.show(
                messages.text(form.testing() ? "directory.testing" : "directory.test"),
                "",
                ActionControl.Style.PLAIN,
                testing);
        save.setEnabled(form.fault().isEmpty());
        if (!form.findings().equals(found)) {
            found = form.findings();
            showFindings();
        }
    }

    private void build(DirectoryForm form) {
        Text text = FormRows.text(grid, messages.text("directory.name"), "directory.name", SWT.NONE);
        text.setText(form.name());
        text.setEnabled(form.isNew());
        text.addListener(SWT.Modify, event -> presenter.name(text.getText()));
        name = Optional.of(text);
        FormRows.label(grid, messages.text("directory.kind"));
        Labels.label(grid, FontRole.BODY, ColorRole.TEXT).setText(form.type());
        for (FieldRow row : form.fields()) {
            fields.put(row.field().key(), control(row));
            if (!row.help().isEmpty()) {
                Labels.label(grid, FontRole.SMALL, ColorRole.MUTED);
                Labels.set(Labels.wrapped(grid, FontRole.SMALL, ColorRole.MUTED), row.help());
            }
        }
        box.getParent().layout(true, true);
        fit((ScrolledComposite) grid.getParent());
        // Arrow keys in the list keep the focus there.
        if (form.isNew()) {
            text.setFocus();
        }
    }

    private Control control(FieldRow row) {
        SettingField field = row.field();
        String star = field.need() == SettingField.Need.REQUIRED ? " *" : "";
        String label = row.label() + star;
        String id = "directory.field." + field.key();
        return switch (field.kind()) {
            case CHOICE -> choice(row, label, id);
            case SECRET -> secret(row, label, id);
            case TEXT, URL -> plain(row, label, id);
            case FILE -> file(row, label, id);
        };
    }

    /** A field for the name of a file, which can be chosen, too. */
    private Control file(FieldRow row, String label, String id) {
        FormRows.label(grid, label);
        Composite pair = new Composite(grid, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).applyTo(pair);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(pair);
        Text text = FormRows.field(pair, label, id, SWT.NONE);
        fill(text, row);
        ActionControl browse = Labels.withId(new ActionControl(pair), id + ".browse");
        browse.show(messages.text("directory.browse"), "", ActionControl.Style.PLAIN, () -> {
            FileDialog chooser = new FileDialog(text.getShell(), SWT.OPEN);
            chooser.setText(row.label());
            Optional.ofNullable(chooser.open()).ifPresent(text::setText);
        });
        return text;
    }

    private Control choice(FieldRow row, String label, String id) {
        List<String> values = row.field().choices();
        Combo combo = FormRows.choice(grid, label, id, row.choices());
        String value = row.value().isEmpty() ? row.field().defaultValue() : row.value();
        combo.select(values.indexOf(value));
        combo.addListener(
                SWT.Selection, event -> presenter.value(row.field().key(), values.get(combo.getSelectionIndex())));
        return combo;
    }

    private Control secret(FieldRow row, String label, String id) {
        Text text = FormRows.text(grid, label, id, SWT.PASSWORD);
        text.addListener(SWT.Modify, event -> {
            char[] typed = text.getTextChars();
            presenter.secret(row.field().key(), typed);
            Arrays.fill(typed, '\0');
        });
        return text;
    }

    /** A stored secret is not used for another address, so this changes while the form is filled in. */
    private void showStored(FieldRow row) {
        ((Text) fields.get(row.field().key())).setMessage(row.kept() ? messages.text("directory.secret.kept") : "");
    }

    private Control plain(FieldRow row, String label, String id) {
        Text text = FormRows.text(grid, label, id, SWT.NONE);
        fill(text, row);
        return text;
    }

    private void fill(Text text, FieldRow row) {
        text.setText(row.value());
        text.setMessage(row.field().defaultValue());
        text.addListener(SWT.Modify, event -> presenter.value(row.field().key(), text.getText()));
    }

    private void showFindings() {
        for (Control old : findings.getChildren()) {
            old.dispose();
        }
        HelpTopics.showsProblem(
                box, found.stream().flatMap(row -> row.code().stream()).findFirst());
        for (FindingRow row : found) {
            Mark mark = new Mark(findings, 14);
            mark.show(
                    row.isGood() ? OutcomeStyle.Mark.CHECK : OutcomeStyle.Mark.CROSS,
                    row.isGood() ? ColorRole.GOOD : ColorRole.BAD);
            Label text = Labels.wrapped(findings, FontRole.BODY, row.isGood() ? ColorRole.TEXT : ColorRole.BAD_TEXT);
            Labels.set(text, row.subject() + ": " + (row.isGood() ? messages.text("directory.good") : row.problem()));
        }
        box.getParent().layout(true, true);
    }
}
