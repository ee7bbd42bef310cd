package org.keyhopper.ui.internal.automatic;

import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.automatic.SetupScreen.LaneForm;

/** The settings of the selected printer: the encoder, and the reader that is connected to it. */
final class PrinterFormBox {

    private static final int LEAST = 50;

    private final Composite box;
    private final Messages messages;
    private final AutomaticActions actions;
    private final Combo encoder;
    private final Combo reader;
    private final Text name;
    private Optional<LaneForm> shown = Optional.empty();

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
                event -> shown.ifPresent(lane ->
                        actions.setup().encoder(lane.address(), Encoder.values()[encoder.getSelectionIndex()])));
        reader = combo("setup.reader");
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .hint(LEAST, SWT.DEFAULT)
                .applyTo(reader);
        reader.addListener(SWT.Selection, event -> named());
        name = Labels.named(
                Labels.spoken(new Text(box, SWT.BORDER), messages.text("setup.reader.name")), "setup.reader.name");
        name.setMessage(messages.text("setup.reader.name"));
        Theme.of(box).dress(name, ColorRole.FIELD, ColorRole.TEXT, FontRole.BODY);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .span(2, 1)
                .hint(Theme.px(120), SWT.DEFAULT)
                .applyTo(name);
        name.addListener(SWT.FocusOut, event -> named());
        name.addListener(SWT.DefaultSelection, event -> named());
        ActionControl teach = Labels.named(new ActionControl(box), "setup.teach");
        teach.show(messages.text("setup.teach"), "", ActionControl.Style.PLAIN, actions::teach);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(!Theme.hasRoom(), false)
                .span(2, 1)
                .hint(Theme.hasRoom() ? SWT.DEFAULT : LEAST, SWT.DEFAULT)
                .applyTo(teach);
    }

    private Combo combo(String key) {
        Label label = Labels.label(box, FontRole.BODY, ColorRole.SOFT);
        label.setText(messages.text(key));
        Combo combo = Labels.named(Labels.spoken(new Combo(box, SWT.READ_ONLY), messages.text(key)), key);
        combo.setFont(Theme.of(box).font(FontRole.BODY));
        return combo;
    }

    private void named() {
        shown.ifPresent(lane -> {
            boolean byName = reader.getSelectionIndex() == 1;
            name.setEnabled(byName);
            if (byName != lane.byName() || !name.getText().equals(lane.reader())) {
                actions.setup().reader(lane.address(), byName, name.getText());
            }
        });
    }

    void show(Optional<LaneForm> form) {
        box.setVisible(form.isPresent());
        if (form.equals(shown)) {
            return;
        }
        boolean other = !form.map(LaneForm::address).equals(shown.map(LaneForm::address));
        shown = form;
        form.ifPresent(lane -> {
            encoder.select(lane.encoder().ordinal());
            reader.setItems(lane.usual(), messages.text("setup.reader.byName"));
            reader.select(lane.byName() ? 1 : 0);
            reader.setToolTipText(reader.getText());
            name.setEnabled(lane.byName());
            if (other) {
                name.setText(lane.reader());
            }
        });
    }
}
