package org.keyhopper.fido.internal;

import java.util.Set;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.KeepAlive;
import org.keyhopper.fido.DeviceException;

/**
 * Hears whether a device asked for a touch. Firmware differs in what it says when none came, and uses the same words for
 * other refusals; those come before it asks.
 */
final class TouchWatch {

    private static final Set<DeviceProblem> ALSO_SAID_WITHOUT_TOUCH = Set.of(
            DeviceProblem.RESET_TOO_LATE,
            DeviceProblem.RESET_NOT_POSSIBLE,
            DeviceProblem.OPERATION_DENIED,
            DeviceProblem.PRESENCE_REQUIRED,
            DeviceProblem.PIN_AUTH_BLOCKED);

    private final ExchangeControl control;
    private boolean touchWasAsked;

    TouchWatch(ExchangeControl control) {
        this.control = control;
    }

    /** Returns the control to do it under. */
    ExchangeControl control() {
        return new ExchangeControl(control.deadline(), control.cancel(), state -> {
            touchWasAsked |= state == KeepAlive.TOUCH_NEEDED;
            control.keepAlive().accept(state);
        });
    }

    /** Returns what the refusal means. */
    DeviceException read(DeviceException refusal) {
        boolean missed = touchWasAsked
                && refusal.changedNothing()
                && ALSO_SAID_WITHOUT_TOUCH.stream()
                        .anyMatch(code -> refusal.problem().is(code));
        return missed
                ? DeviceException.unreached(
                        Problem.of(DeviceProblem.NOT_TOUCHED)
                                .withDetail(refusal.problem().detail()),
                        refusal)
                : refusal;
    }
}
