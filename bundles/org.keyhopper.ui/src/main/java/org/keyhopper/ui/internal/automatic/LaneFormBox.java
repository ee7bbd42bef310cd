package org.keyhopper.ui.internal.automatic;

import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.api.printer.Station;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Words;
import org.keyhopper.ui.internal.look.Ink;
import org.keyhopper.ui.internal.look.Look;
import org.keyhopper.ui.internal.look.Type;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.automatic.SetupScreen.LaneForm;

/** The choices for the selected printer: where the chip is reached, and which reader is behind it. */
final class LaneFormBox {

    private static final int LEAST = 50;

    private final Composite box;
    private final Messages messages;
    private final AutomaticActions actions;
    private final Combo station;
    private final Combo reader;
    private final Text name;
    private Optional<LaneForm> shown = Optional.empty();

    LaneFormBox(Composite parent, Messages messages, AutomaticActions actions) {
        this.messages = messages;
        this.actions = actions;
        box = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(Look.hasRoom() ? 4 : 2)
                .spacing(10, 8)
                .applyTo(box);
        GridDataFactory.fillDefaults().grab(true, false).indent(0, 8).applyTo(box);
        station = combo("setup.station");
        for (Station one : Station.values()) {
            station.add(messages.text("station." + one.name()));
        }
        station.addListener(
                SWT.Selection,
                event -> shown.ifPresent(lane ->
                        actions.setup().station(lane.address(), Station.values()[station.getSelectionIndex()])));
        reader = combo("setup.reader");
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .hint(LEAST, SWT.DEFAULT)
                .applyTo(reader);
        reader.addListener(SWT.Selection, event -> named());
        name = Words.named(
                Words.spoken(new Text(box, SWT.BORDER), messages.text("setup.reader.name")), "setup.reader.name");
        name.setMessage(messages.text("setup.reader.name"));
        Look.of(box).dress(name, Ink.FIELD, Ink.TEXT, Type.BODY);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .span(2, 1)
                .hint(Look.px(120), SWT.DEFAULT)
                .applyTo(name);
        name.addListener(SWT.FocusOut, event -> named());
        name.addListener(SWT.DefaultSelection, event -> named());
        ActionControl teach = Words.named(new ActionControl(box), "setup.teach");
        teach.show(messages.text("setup.teach"), "", ActionControl.Style.PLAIN, actions::teach);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(!Look.hasRoom(), false)
                .span(2, 1)
                .hint(Look.hasRoom() ? SWT.DEFAULT : LEAST, SWT.DEFAULT)
                .applyTo(teach);
    }

    private Combo combo(String key) {
        Label label = Words.label(box, Type.BODY, Ink.SOFT);
        label.setText(messages.text(key));
        Combo combo = Words.named(Words.spoken(new Combo(box, SWT.READ_ONLY), messages.text(key)), key);
        combo.setFont(Look.of(box).font(Type.BODY));
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
            station.select(lane.station().ordinal());
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
