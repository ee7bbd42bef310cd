package org.keyhopper.core.internal.ceremony;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.core.internal.device.Identification;
import org.keyhopper.core.internal.device.StepFailedException;
import org.keyhopper.core.internal.reset.AuthenticatorReset;
import org.keyhopper.core.internal.reset.ResetContext;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.fido.DeviceException;

/** Resets the device when the operator or the profile orders it, with an operator's help where there is one. */
final class ResetStep {

    private ResetStep() {}

    static void perform(CeremonyState state) throws StepFailedException, DeviceException {
        state.journal(JournalPoint.RESETTING);
        Map<CredentialId, InventoryEntry> lost = entriesOnDevice(state);
        ResetContext context = state.resetContext();
        new AuthenticatorReset(context, state.tools.reinsertion()).perform();
        state.resetDone();
        state.journal(JournalPoint.RESET, facts(context));
        lost.values().forEach(entry -> {
            state.tools.inventory().mark(state.tools.claim(), entry.credential(), InventoryEntry.State.RESET);
            state.stillRegistered.add(RunProblem.stillRegistered(entry));
        });
    }

    /** Returns the inventory's entries in use that a reset of the device loses. */
    private static Map<CredentialId, InventoryEntry> entriesOnDevice(CeremonyState state) throws DeviceException {
        Map<CredentialId, InventoryEntry> entries = new LinkedHashMap<>();
        state.order.device().known().ifPresent(entry -> entries.put(entry.credential(), entry));
        new Identification(state.tools.inventory())
                .entriesOn(state.device())
                .forEach(entry -> entries.put(entry.credential(), entry));
        return entries;
    }

    private static Map<String, String> facts(ResetContext context) {
        Map<String, String> facts = new HashMap<>();
        facts.put(JournalFacts.SLOT, context.current().device().link().id().slot());
        context.current().label().ifPresent(label -> facts.put(JournalFacts.LABEL, label.recorded()));
        return facts;
    }
}
