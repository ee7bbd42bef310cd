package org.keyhopper.ui.model.devices;

import java.util.Optional;
import java.util.OptionalInt;
import org.keyhopper.api.device.AuthenticatorInfo.PinComplexity;
import org.keyhopper.core.device.DeviceDetails;
import org.keyhopper.ui.model.PinLabels;
import org.keyhopper.ui.model.WorkbenchContext;

/** Composes the PIN dialog of each action. */
final class PinForms {

    private final WorkbenchContext context;

    PinForms(WorkbenchContext context) {
        this.context = context;
    }

    PinForm of(DeviceAction action, DeviceDetails details) {
        int shortest =
                details.facts().info().map(info -> info.pin().minLength()).orElse(0);
        String key = "devices.pinForm." + action.name();
        String message = context.text(key + ".message", details.facts().model());
        Optional<PinComplexity> complexity =
                details.facts().info().flatMap(info -> info.pin().complexity());
        boolean asksNew = action != DeviceAction.UNLOCK;
        return new PinForm(
                context.text(key + ".title"),
                asksNew ? message + " " + PinLabels.rules(context.messages(), shortest, complexity) : message,
                action != DeviceAction.SET_PIN,
                asksNew,
                shortest,
                action == DeviceAction.SET_PIN ? OptionalInt.empty() : details.pinRetries());
    }
}
