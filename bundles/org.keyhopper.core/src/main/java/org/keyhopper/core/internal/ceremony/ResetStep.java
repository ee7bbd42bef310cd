package org.keyhopper.core.internal.ceremony;

import org.keyhopper.core.ceremony.CeremonyOrder;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.fido.DeviceException;

/** Erases the device when the operator or the profile wants it. */
final class ResetStep implements Step {

    @Override
    public CeremonyStep name() {
        return CeremonyStep.RESET;
    }

    @Override
    public boolean isNeededFor(CeremonyOrder order) {
        return order.treatment() == CeremonyOrder.Treatment.RESET_FIRST;
    }

    @Override
    public void perform(CeremonyState state) throws StepFailure, DeviceException {
        state.journal(JournalPoint.RESETTING);
        Eraser.erase(state.device, state::instruct);
        state.resetDone();
        state.journal(JournalPoint.RESET);
        state.order.device().known().ifPresent(entry -> state.tools
                .inventory()
                .mark(entry.credential(), InventoryEntry.State.RESET));
    }
}
