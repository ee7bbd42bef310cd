package org.keyhopper.fido.internal;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.KeepAlive;
import org.keyhopper.fido.DeviceException;

class TouchDetectionTest {

    private long now;
    private final TouchDetection watch =
            new TouchDetection(ExchangeControl.within(Deadline.in(Duration.ofMinutes(1))), () -> now);

    @ParameterizedTest
    @EnumSource(
            value = DeviceProblem.class,
            names = {"OPERATION_DENIED", "PRESENCE_REQUIRED", "PIN_AUTH_BLOCKED"})
    void refusalAfterLongWaitIsNotTouched(DeviceProblem said) {
        now = Duration.ofSeconds(30).toNanos();
        assertTrue(read(said).problem().is(DeviceProblem.NOT_TOUCHED));
    }

    @Test
    void immediateRefusalKeepsItsMeaning() {
        now = Duration.ofSeconds(2).toNanos();
        DeviceException refusal = DeviceException.refused(Problem.of(DeviceProblem.OPERATION_DENIED));
        assertSame(refusal, watch.read(refusal));
    }

    @Test
    void refusalAfterTouchRequestIsNotTouched() {
        watch.control().keepAlive().accept(KeepAlive.TOUCH_NEEDED);
        assertTrue(read(DeviceProblem.OPERATION_DENIED).problem().is(DeviceProblem.NOT_TOUCHED));
    }

    @Test
    void lateProblemsOfOtherKindsKeepTheirMeaning() {
        now = Duration.ofSeconds(30).toNanos();
        assertTrue(read(DeviceProblem.KEY_STORE_FULL).problem().is(DeviceProblem.KEY_STORE_FULL));
    }

    private DeviceException read(DeviceProblem said) {
        return watch.read(DeviceException.refused(Problem.of(said)));
    }
}
