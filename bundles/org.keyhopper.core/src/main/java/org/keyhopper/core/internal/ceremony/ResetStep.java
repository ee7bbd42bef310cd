package org.keyhopper.core.internal.ceremony;

import java.util.Map;
import org.keyhopper.core.ceremony.CeremonyOrder;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.internal.reset.GuidedReset;
import org.keyhopper.core.internal.reset.StepFailure;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.fido.DeviceException;

/** Erases the device when the operator or the profile wants it, with the help of a person where there is one. */
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
        new GuidedReset(state.tools.reinsertion()).reset(state);
        state.resetDone();
        state.journal(
                JournalPoint.RESET,
                Map.of(JournalFacts.SLOT, state.device().link().id().slot()));
        state.order.device().known().ifPresent(entry -> state.tools
                .inventory()
                .mark(entry.credential(), InventoryEntry.State.RESET));
    }
}
