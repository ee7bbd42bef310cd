package org.keyhopper.ui.fakes;

import java.util.Optional;
import org.keyhopper.api.request.DeviceConfirmation;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.OperatorPrompts;
import org.keyhopper.api.request.PinQuestion;
import org.keyhopper.api.settings.Secret;

/** An operator who enters no PIN and confirms devices with a preset answer. */
public final class FakeOperator implements OperatorPrompts {

    public Optional<DeviceConfirmation> confirmation = Optional.empty();

    @Override
    public Optional<Secret> enterPin(PinQuestion question) {
        return Optional.empty();
    }

    @Override
    public void instruct(Instruction instruction) {
        // Instructions are shown by the view state.
    }

    @Override
    public Optional<DeviceConfirmation> deviceConfirmation() {
        return confirmation;
    }
}
