package org.keyhopper.core.automatic;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.Tally;

/**
 * A run through printers at one moment; immutable.
 *
 * @param request with the recipients as they are now
 * @param phase the phase
 * @param printers its printers, as ordered
 * @param next the recipients that were not attempted yet, in order
 * @param attempts the results of the cards of this run, latest first; a recipient may have several
 * @param choices the available choices for the whole run
 * @param notice why the run waits or halted: a delay of the directory, a problem
 * @param throughput the throughput
 */
public record AutomaticSnapshot(
        ProvisioningRequest request,
        AutomaticPhase phase,
        List<PrinterSnapshot> printers,
        List<RecipientState> next,
        List<Attempt> attempts,
        Set<AutomaticChoice> choices,
        Optional<Problem> notice,
        Throughput throughput) {

    public AutomaticSnapshot {
        printers = List.copyOf(printers);
        next = List.copyOf(next);
        attempts = List.copyOf(attempts);
        choices = Set.copyOf(choices);
    }

    public Tally tally() {
        return request.tally();
    }

    public boolean isOver() {
        return phase == AutomaticPhase.COMPLETED || phase == AutomaticPhase.HALTED;
    }
}
