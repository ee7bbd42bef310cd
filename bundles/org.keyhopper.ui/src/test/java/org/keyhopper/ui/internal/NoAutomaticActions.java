package org.keyhopper.ui.internal;

import org.keyhopper.ui.internal.automatic.AutomaticActions;
import org.keyhopper.ui.model.WorkbenchModel;
import org.keyhopper.ui.model.automatic.AutomaticAction;
import org.keyhopper.ui.model.automatic.PrinterButton;
import org.keyhopper.ui.model.automatic.SetupPresenter;

/** Actions of the Automatic perspective that do nothing. */
public record NoAutomaticActions(WorkbenchModel model) implements AutomaticActions {

    @Override
    public SetupPresenter setup() {
        return model.automatic().setup();
    }

    @Override
    public void add(String address) {}

    @Override
    public void pairReader() {}

    @Override
    public void start() {}

    @Override
    public void choose(AutomaticAction action) {}

    @Override
    public void choose(int index, PrinterButton button) {}

    @Override
    public void tick() {}
}
