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
 * Detects whether a device waited for a touch: it reported so, as over USB, or did not respond for longer than any
 * other command takes, as many do in readers. Firmware differs in the status it returns if no touch occurred, and uses
 * the same status codes for other refusals, which are returned at once.
 */
final class TouchDetection {

    private static final Set<DeviceProblem> AMBIGUOUS_WITHOUT_TOUCH = Set.of(
            DeviceProblem.RESET_TOO_LATE,
            DeviceProblem.RESET_NOT_POSSIBLE,
            DeviceProblem.OPERATION_DENIED,
            DeviceProblem.PRESENCE_REQUIRED,
            DeviceProblem.PIN_AUTH_BLOCKED);

    /** No command takes this long without waiting for a touch, and no device stops waiting for one sooner. */
    private static final Duration LONGER_THAN_WORK = Duration.ofSeconds(8);

    private final ExchangeControl control;
    private final LongSupplier nanoTime;
    private final long startNanos;
    private boolean touchRequested;

    TouchDetection(ExchangeControl control) {
        this(control, System::nanoTime);
    }

    TouchDetection(ExchangeControl control, LongSupplier nanoTime) {
        this.control = control;
        this.nanoTime = nanoTime;
        this.startNanos = nanoTime.getAsLong();
    }

    /** Returns the control to run the command with. */
    ExchangeControl control() {
        return new ExchangeControl(control.deadline(), control.cancel(), state -> {
            touchRequested |= state == KeepAlive.TOUCH_NEEDED;
            control.keepAlive().accept(state);
        });
    }

    /** Returns the meaning of the refusal. */
    DeviceException read(DeviceException refusal) {
        boolean missed = (touchRequested || hasWaited())
                && refusal.changedNothing()
                && AMBIGUOUS_WITHOUT_TOUCH.stream()
                        .anyMatch(code -> refusal.problem().is(code));
        return missed
                ? DeviceException.unreached(
                        Problem.of(DeviceProblem.NOT_TOUCHED)
                                .withDetail(refusal.problem().detail()),
                        refusal)
                : refusal;
    }

    private boolean hasWaited() {
        return nanoTime.getAsLong() - startNanos >= LONGER_THAN_WORK.toNanos();
    }
}
