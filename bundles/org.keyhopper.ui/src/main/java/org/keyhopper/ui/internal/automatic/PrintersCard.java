package org.keyhopper.ui.internal.automatic;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.core.automatic.ReadinessCheck;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Card;
import org.keyhopper.ui.internal.controls.Column;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.RowTable;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.automatic.SetupScreen;
import org.keyhopper.ui.model.automatic.SetupScreen.CheckRow;
import org.keyhopper.ui.model.automatic.SetupScreen.DriverRow;
import org.keyhopper.ui.model.automatic.SetupScreen.PrinterRow;

/** The printers to choose from, the settings of the selected one, and the installed drivers. */
final class PrintersCard {

    private final Card card;
    private final AutomaticActions actions;
    private final RowTable<PrinterRow> printers;
    private final Text address;
    private final PrinterFormBox form;
    private final CheckList drivers;

    PrintersCard(Composite parent, Messages messages, AutomaticActions actions) {
        this.actions = actions;
        card = new Card(parent);
        Composite title = new Composite(card, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(title);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(title);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(Labels.caption(title, messages.text("setup.printers")));
        button(title, "setup.again", messages.text("setup.again"), () -> actions.setup()
                .refresh());
        printers = new RowTable<>(
                card,
                SWT.CHECK | SWT.SINGLE,
                List.of(
                        Column.of(messages, "setup.column.printer", 40, PrinterRow::name),
                        Column.of(messages, "setup.column.driver", 60, PrinterRow::detail)));
        Labels.withId(Labels.accessibleName(printers.control(), messages.text("setup.printers")), "setup.printers");
        GridDataFactory.fillDefaults().grab(true, true).hint(50, Theme.px(90)).applyTo(printers.control());
        printers.onCheck(
                PrinterRow::chosen, (printer, chosen) -> actions.setup().choose(printer.address(), chosen));
        printers.control().addListener(SWT.Selection, this::selected);
        Composite row = new Composite(card, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(10, 0).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        Label label = Labels.label(row, FontRole.BODY, ColorRole.SOFT);
        label.setText(messages.text("setup.address"));
        address = Labels.withId(
                Labels.accessibleName(new Text(row, SWT.BORDER), messages.text("setup.address")), "setup.address");
        address.setMessage(messages.text("setup.address.hint"));
        Theme.of(row).apply(address, ColorRole.FIELD, ColorRole.TEXT, FontRole.BODY);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .hint(50, SWT.DEFAULT)
                .applyTo(address);
        address.addListener(SWT.DefaultSelection, event -> add());
        button(row, "setup.add", messages.text("setup.add"), this::add);
        form = new PrinterFormBox(card, messages, actions);
        Label caption = Labels.caption(card, messages.text("setup.drivers"));
        GridDataFactory.fillDefaults().indent(0, 8).applyTo(caption);
        drivers = new CheckList(card);
        Labels.withId(drivers, "setup.drivers");
        GridDataFactory.fillDefaults().grab(true, true).hint(50, SWT.DEFAULT).applyTo(drivers.control());
    }

    private static CheckRow line(DriverRow driver) {
        boolean works = driver.obstacle().isEmpty();
        return new CheckRow(
                works ? ReadinessCheck.State.GOOD : ReadinessCheck.State.WARNING,
                driver.name(),
                works ? driver.trust() : driver.trust() + "\n" + driver.obstacle());
    }

    private static void button(Composite row, String id, String label, Runnable action) {
        ActionControl button = Labels.withId(new ActionControl(row), id);
        button.show(label, "", ActionControl.Style.PLAIN, action);
        GridDataFactory.fillDefaults().applyTo(button);
    }

    private void add() {
        if (!address.getText().isBlank()) {
            actions.add(address.getText());
            address.setText("");
        }
    }

    /** A printer that was checked is selected by the setup. */
    private void selected(Event event) {
        if (event.detail != SWT.CHECK) {
            printers.selected().ifPresent(row -> actions.setup().select(row.address()));
        }
    }

    Card card() {
        return card;
    }

    void show(SetupScreen setup) {
        printers.show(setup.printers());
        for (int i = 0; i < setup.printers().size(); i++) {
            PrinterRow row = setup.printers().get(i);
            if (setup.form()
                    .filter(printer -> printer.address().equals(row.address()))
                    .isPresent()) {
                printers.select(i);
            }
        }
        form.show(setup.form());
        drivers.show(setup.drivers().stream().map(PrintersCard::line).toList());
    }

    boolean focusInitial() {
        return printers.control().setFocus();
    }
}
