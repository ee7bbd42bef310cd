package org.keyhopper.fido.internal;

import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.KeepAlive;
import org.keyhopper.fido.DeviceException;

/**
 * Hears whether a device waited for a touch: it said so, as over USB, or gave no answer for longer than anything else takes, as
 * many do in readers. Firmware differs in what it says when none came, and uses the same words for other refusals; those come
 * at once.
 */
final class TouchDetection {

    private static final Set<DeviceProblem> ALSO_SAID_WITHOUT_TOUCH = Set.of(
            DeviceProblem.RESET_TOO_LATE,
            DeviceProblem.RESET_NOT_POSSIBLE,
            DeviceProblem.OPERATION_DENIED,
            DeviceProblem.PRESENCE_REQUIRED,
            DeviceProblem.PIN_AUTH_BLOCKED);

    /** No device needs this long without a person, and none gives up waiting for one sooner. */
    private static final Duration LONGER_THAN_WORK = Duration.ofSeconds(8);

    private final ExchangeControl control;
    private final LongSupplier nanoTime;
    private final long began;
    private boolean touchWasAsked;

    TouchDetection(ExchangeControl control) {
        this(control, System::nanoTime);
    }

    TouchDetection(ExchangeControl control, LongSupplier nanoTime) {
        this.control = control;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
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
        boolean missed = (touchWasAsked || hasWaited())
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

    private boolean hasWaited() {
        return nanoTime.getAsLong() - began >= LONGER_THAN_WORK.toNanos();
    }
}
