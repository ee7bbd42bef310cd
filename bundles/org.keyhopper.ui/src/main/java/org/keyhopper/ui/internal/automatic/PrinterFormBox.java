package org.keyhopper.ui.internal.automatic;

import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.automatic.SetupScreen.PrinterForm;

/** The settings of the selected printer: the encoder, the reader that is connected to it, and the cards in the hopper. */
final class PrinterFormBox {

    private static final int LEAST = 50;

    /** More than the hopper of any desktop printer holds. */
    private static final int MOST_CARDS = 9999;

    private final Composite box;
    private final Messages messages;
    private final AutomaticActions actions;
    private final Combo encoder;
    private final Combo reader;
    private final Spinner hopper;
    private final Text name;
    private Optional<PrinterForm> shown = Optional.empty();

    PrinterFormBox(Composite parent, Messages messages, AutomaticActions actions) {
        this.messages = messages;
        this.actions = actions;
        box = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(Theme.hasRoom() ? 4 : 2)
                .spacing(10, 8)
                .applyTo(box);
        GridDataFactory.fillDefaults().grab(true, false).indent(0, 8).applyTo(box);
        encoder = combo("setup.encoder");
        for (Encoder one : Encoder.values()) {
            encoder.add(messages.text("encoder." + one.name()));
        }
        encoder.addListener(
                SWT.Selection,
                event -> shown.ifPresent(printer ->
                        actions.setup().encoder(printer.address(), Encoder.values()[encoder.getSelectionIndex()])));
        reader = combo("setup.reader");
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .hint(LEAST, SWT.DEFAULT)
                .applyTo(reader);
        reader.addListener(SWT.Selection, event -> withId());
        name = Labels.withId(
                Labels.accessibleName(new Text(box, SWT.BORDER), messages.text("setup.reader.name")),
                "setup.reader.name");
        name.setMessage(messages.text("setup.reader.name"));
        Theme.of(box).apply(name, ColorRole.FIELD, ColorRole.TEXT, FontRole.BODY);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .span(2, 1)
                .hint(Theme.px(120), SWT.DEFAULT)
                .applyTo(name);
        name.addListener(SWT.FocusOut, event -> withId());
        name.addListener(SWT.DefaultSelection, event -> withId());
        ActionControl pairReader = Labels.withId(new ActionControl(box), "setup.teach");
        pairReader.show(messages.text("setup.teach"), "", ActionControl.Style.PLAIN, actions::pairReader);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(!Theme.hasRoom(), false)
                .span(2, 1)
                .hint(Theme.hasRoom() ? SWT.DEFAULT : LEAST, SWT.DEFAULT)
                .applyTo(pairReader);
        hopper = spinner();
    }

    private Combo combo(String key) {
        Label label = Labels.label(box, FontRole.BODY, ColorRole.SOFT);
        label.setText(messages.text(key));
        Combo combo = Labels.withId(Labels.accessibleName(new Combo(box, SWT.READ_ONLY), messages.text(key)), key);
        combo.setFont(Theme.of(box).font(FontRole.BODY));
        return combo;
    }

    /** In a row of its own, since its label is longer than the others. */
    private Spinner spinner() {
        Composite row = new Composite(box, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 0).applyTo(row);
        GridDataFactory.fillDefaults()
                .span(Theme.hasRoom() ? 4 : 2, 1)
                .align(SWT.BEGINNING, SWT.CENTER)
                .applyTo(row);
        Label label = Labels.label(row, FontRole.BODY, ColorRole.SOFT);
        label.setText(messages.text("setup.hopper"));
        Spinner spinner = Labels.withId(
                Labels.accessibleName(new Spinner(row, SWT.BORDER), messages.text("setup.hopper")), "setup.hopper");
        spinner.setFont(Theme.of(box).font(FontRole.BODY));
        spinner.setValues(0, 0, MOST_CARDS, 0, 1, 50);
        spinner.setToolTipText(messages.text("setup.hopper.tip"));
        spinner.addListener(SWT.Modify, event -> shown.filter(printer -> printer.hopper() != spinner.getSelection())
                .ifPresent(printer -> actions.setup().hopper(printer.address(), spinner.getSelection())));
        return spinner;
    }

    private void withId() {
        shown.ifPresent(printer -> {
            boolean byName = reader.getSelectionIndex() == 1;
            name.setEnabled(byName);
            if (byName != printer.byName() || !name.getText().equals(printer.reader())) {
                actions.setup().reader(printer.address(), byName, name.getText());
            }
        });
    }

    void show(Optional<PrinterForm> form) {
        box.setVisible(form.isPresent());
        if (form.equals(shown)) {
            return;
        }
        boolean other = !form.map(PrinterForm::address).equals(shown.map(PrinterForm::address));
        shown = form;
        form.ifPresent(printer -> {
            encoder.select(printer.encoder().ordinal());
            reader.setItems(printer.usual(), messages.text("setup.reader.byName"));
            reader.select(printer.byName() ? 1 : 0);
            reader.setToolTipText(reader.getText());
            name.setEnabled(printer.byName());
            if (hopper.getSelection() != printer.hopper() && (other || !hopper.isFocusControl())) {
                hopper.setSelection(printer.hopper());
            }
            if (other) {
                name.setText(printer.reader());
            }
        });
    }
}
