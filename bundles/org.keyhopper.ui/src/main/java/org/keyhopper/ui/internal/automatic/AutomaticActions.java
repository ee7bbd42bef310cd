package org.keyhopper.ui.internal.automatic;

import org.keyhopper.ui.model.automatic.AutomaticAction;
import org.keyhopper.ui.model.automatic.PrinterButton;
import org.keyhopper.ui.model.automatic.SetupPresenter;

/** Takes what the operator pressed in the Automatic place. UI thread. */
public interface AutomaticActions {

    /** Returns where the choices of the set-up go. */
    SetupPresenter setup();

    /** Adds a printer by its address. */
    void add(String address);

    /** Opens the commissioning dialog. */
    void teach();

    void start();

    void choose(AutomaticAction action);

    void choose(int printer, PrinterButton button);

    /** Asks for the times that go on by themselves to be written again. */
    void tick();
}
