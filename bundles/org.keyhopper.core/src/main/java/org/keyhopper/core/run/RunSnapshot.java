package org.keyhopper.core.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.Tally;

/**
 * A manual run at one moment; immutable.
 *
 * @param request with the recipients as they are now
 * @param phase the phase
 * @param current the current recipient; empty when completed
 * @param next the recipients after it, in order
 * @param device the identified device; in DEVICE_PULLED the one to be reinserted
 * @param steps of the current or last ceremony; those that the profile leaves out are absent
 * @param candidates the devices of which the operator has to select one; empty if there is no choice
 * @param choices the available choices
 * @param instruction what the operator must do with a device now, with the time left at this moment
 * @param notice why the run waits or halted: an obstacle of a transport, a delay of the directory, a problem
 * @param justDone the latest settled recipients, newest first
 */
public record RunSnapshot(
        ProvisioningRequest request,
        RunPhase phase,
        Optional<RecipientState> current,
        List<RecipientState> next,
        Optional<DeviceFacts> device,
        List<StepProgress> steps,
        List<LinkDescription> candidates,
        Set<Choice> choices,
        Instruction instruction,
        Optional<Problem> notice,
        List<RecipientState> justDone) {
    public RunSnapshot {
        next = List.copyOf(next);
        steps = List.copyOf(steps);
        candidates = List.copyOf(candidates);
        choices = Set.copyOf(choices);
        justDone = List.copyOf(justDone);
    }

    /** Creates a snapshot without candidates. */
    public RunSnapshot(
            ProvisioningRequest request,
            RunPhase phase,
            Optional<RecipientState> current,
            List<RecipientState> next,
            Optional<DeviceFacts> device,
            List<StepProgress> steps,
            Set<Choice> choices,
            Instruction instruction,
            Optional<Problem> notice,
            List<RecipientState> justDone) {
        this(request, phase, current, next, device, steps, List.of(), choices, instruction, notice, justDone);
    }

    public RunMoment moment() {
        return new RunMoment(phase, current.map(RecipientState::id));
    }

    public Tally tally() {
        return request.tally();
    }
}
