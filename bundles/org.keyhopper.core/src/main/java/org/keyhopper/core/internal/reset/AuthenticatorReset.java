package org.keyhopper.core.internal.reset;

import java.time.Duration;
import java.util.function.Consumer;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.internal.device.Interruption;
import org.keyhopper.core.internal.device.UserPresenceControl;
import org.keyhopper.fido.DeviceException;

/** Erases a device. Devices allow it only within seconds of power-up, so the power goes off and on first. */
public final class AuthenticatorReset {

    private static final Duration POWER_CYCLE_TIMEOUT = Duration.ofSeconds(5);

    private AuthenticatorReset() {}

    /**
     * Takes the power off a device and gives it back, which renews its presence and its window for a reset.
     *
     * @return false when only a person could do it: a key has its power from the USB port, also where it is reached as a card
     * @throws DeviceException when the device is lost; it was asked to change nothing
     */
    public static boolean powerCycle(OpenDevice device) throws DeviceException {
        if (device.link().kind() == DeviceKind.USB_KEY) {
            return false;
        }
        try {
            return device.channel().powerCycle(Deadline.in(POWER_CYCLE_TIMEOUT));
        } catch (ChannelException e) {
            throw DeviceException.unreached(e.problem(), e);
        }
    }

    /** Erases it; one more try after another power-up when the device says that its window was missed. */
    public static void reset(OpenDevice device, Consumer<Instruction> instruct) throws DeviceException {
        try {
            resetOnce(device, instruct);
        } catch (DeviceException e) {
            throwUnlessWorthAnotherTry(e);
            resetOnce(device, instruct);
        } finally {
            instruct.accept(new Instruction.None());
        }
    }

    /** After a missed window or touch nothing is lost, and another power-up gives a new chance. */
    static void throwUnlessWorthAnotherTry(DeviceException e) throws DeviceException {
        if (!e.problem().is(DeviceProblem.RESET_TOO_LATE) && !e.problem().is(DeviceProblem.NOT_TOUCHED)) {
            throw e;
        }
    }

    private static void resetOnce(OpenDevice device, Consumer<Instruction> instruct) throws DeviceException {
        if (!powerCycle(device)) {
            throw DeviceException.refused(Problem.of(DeviceProblem.RESET_NOT_POSSIBLE));
        }
        resetNow(device, new Interruption(), instruct);
    }

    /** Erases a device that was powered up just now. An interruption ends its wait for a touch. */
    static void resetNow(OpenDevice device, Interruption stop, Consumer<Instruction> instruct) throws DeviceException {
        boolean longTouch = device.authenticator().info().reset().longTouch();
        device.authenticator()
                .reset(
                        longTouch
                                ? UserPresenceControl.forLongTouch(stop, instruct)
                                : UserPresenceControl.forTouch(stop, instruct));
    }
}
