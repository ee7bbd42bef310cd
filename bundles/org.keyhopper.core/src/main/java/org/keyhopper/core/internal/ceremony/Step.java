package org.keyhopper.core.internal.ceremony;

import java.util.List;
import java.util.function.Predicate;
import org.keyhopper.core.ceremony.CeremonyOrder;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.internal.device.StepFailedException;
import org.keyhopper.fido.DeviceException;

/**
 * One step of the ceremony.
 *
 * @param name the step in events and messages
 * @param isNeeded whether an order needs the step
 * @param action what the step does, on the device's worker
 */
record Step(CeremonyStep name, Predicate<CeremonyOrder> isNeeded, Action action) {

    /** All steps in the one order that is safe: a step comes before what is harder to undo. */
    private static final List<Step> ALL = List.of(
            always(CeremonyStep.CHECK, ProfileSteps::check),
            new Step(CeremonyStep.RESET, CeremonyOrder::resetsFirst, ResetStep::perform),
            always(CeremonyStep.PIN, PinStep::perform),
            always(CeremonyStep.OPTIONS, CreationSteps::fetchOptions),
            always(CeremonyStep.CREATE, CreationSteps::create),
            always(CeremonyStep.VERIFY, CreationSteps::verify),
            always(CeremonyStep.REGISTER, RegistrationSteps::register),
            always(CeremonyStep.PROVE, RegistrationSteps::prove),
            new Step(CeremonyStep.FINISH, ProfileSteps::hasSettings, ProfileSteps::finish));

    /** What a step does. */
    interface Action {
        void perform(CeremonyState state) throws StepFailedException, DeviceException;
    }

    private static Step always(CeremonyStep name, Action action) {
        return new Step(name, order -> true, action);
    }

    /** Returns the steps that the order needs. */
    static List<Step> of(CeremonyOrder order) {
        return ALL.stream().filter(step -> step.isNeeded.test(order)).toList();
    }
}
