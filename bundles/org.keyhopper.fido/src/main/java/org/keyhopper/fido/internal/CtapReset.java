package org.keyhopper.fido.internal;

import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.KeepAlive;
import org.keyhopper.fido.DeviceException;
import org.keyhopper.fido.internal.ctap.CtapDevice;

/** One authenticatorReset (CTAP 2.2 section 6.6). */
final class CtapReset {

    private final CtapDevice device;
    private boolean touchWasAsked;

    CtapReset(CtapDevice device) {
        this.device = device;
    }

    void run(ExchangeControl control) throws DeviceException {
        try {
            device.runAndReadInfo(watching(control), session -> {
                session.reset(null);
                return null;
            });
        } catch (DeviceException e) {
            throw touchWasAsked && e.problem().is(DeviceProblem.RESET_TOO_LATE) ? notTouched(e) : e;
        }
    }

    private ExchangeControl watching(ExchangeControl control) {
        return new ExchangeControl(control.deadline(), control.cancel(), state -> {
            touchWasAsked |= state == KeepAlive.TOUCH_NEEDED;
            control.keepAlive().accept(state);
        });
    }

    /** Some firmware says NOT_ALLOWED for both; one that asked for the touch was not too late. */
    private static DeviceException notTouched(DeviceException refusal) {
        return DeviceException.unreached(
                Problem.of(DeviceProblem.NOT_TOUCHED)
                        .withDetail(refusal.problem().detail()),
                refusal);
    }
}
