package org.keyhopper.ui.internal.automatic;

import org.keyhopper.ui.model.automatic.AutomaticAction;
import org.keyhopper.ui.model.automatic.PrinterButton;
import org.keyhopper.ui.model.automatic.SetupPresenter;

/** Handles the operator's actions in the Automatic perspective. UI thread. */
public interface AutomaticActions {

    /** Returns the presenter that receives changes to the setup. */
    SetupPresenter setup();

    /** Adds a printer by its address. */
    void add(String address);

    /** Opens the dialog that pairs a printer and its reader. */
    void pairReader();

    void start();

    void choose(AutomaticAction action);

    void choose(int index, PrinterButton button);

    /** Updates elapsed and remaining times. */
    void tick();
}
