package org.keyhopper.ui.model.devices;

import java.util.OptionalInt;
import org.keyhopper.core.device.DeviceDetails;
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
        return new PinForm(
                context.text(key + ".title"),
                context.text(key + ".message", details.facts().model(), shortest),
                action != DeviceAction.SET_PIN,
                action != DeviceAction.UNLOCK,
                shortest,
                action == DeviceAction.SET_PIN ? OptionalInt.empty() : details.pinRetries());
    }
}
