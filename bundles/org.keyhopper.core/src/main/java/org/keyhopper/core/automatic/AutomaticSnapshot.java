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
 * @param phase where it stands
 * @param printers its printers, as ordered
 * @param next all those whose turn has not come, in order
 * @param attempts the results of the cards of this run, latest first; a recipient may have several
 * @param choices what can be chosen for the whole run now
 * @param notice why nothing moves: the reason for halting, a directory's request for patience
 * @param throughput how fast it is
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
