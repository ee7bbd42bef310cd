package org.keyhopper.ui.internal.dialogs;

import java.util.function.IntConsumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;

/** Asks how many cards were loaded into an empty hopper, when the operator counts them. */
public final class HopperDialog {

    private static final int MOST_CARDS = 9999;

    private HopperDialog() {}

    /**
     * @param loaded the number that was loaded last
     * @param then receives the number, 0 if the cards are not counted any more
     */
    public static void open(Shell parent, Messages messages, int loaded, IntConsumer then) {
        BaseDialog dialog =
                new BaseDialog(parent, "hopper", messages.text("hopper.title"), messages.text("hopper.message"));
        Composite grid = FormRows.grid(dialog.body());
        FormRows.label(grid, messages.text("setup.hopper"));
        Spinner cards = Labels.withId(
                Labels.accessibleName(new Spinner(grid, SWT.BORDER), messages.text("setup.hopper")), "hopper.cards");
        cards.setFont(Theme.of(grid).font(FontRole.BODY));
        cards.setValues(loaded, 0, MOST_CARDS, 0, 1, 50);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(cards);
        dialog.button("dialog.cancel", messages.text("cancel"), ActionControl.Style.PLAIN, dialog::close);
        dialog.setDefault(
                dialog.button("hopper.continue", messages.text("hopper.continue"), ActionControl.Style.PRIMARY, () -> {
                    int counted = cards.getSelection();
                    dialog.close();
                    then.accept(counted);
                }));
        dialog.open(520, 0);
        cards.setFocus();
    }
}
