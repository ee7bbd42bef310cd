package org.keyhopper.core.internal.ceremony;

import java.util.function.Consumer;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.fido.DeviceException;

/** Erases a device. Devices allow it only within seconds of power-up, so the power goes off and on first. */
public final class Eraser {

    private Eraser() {}

    /** Erases it; one more try after another power-up when the device says that its window was missed. */
    public static void erase(OpenDevice device, Consumer<Instruction> instruct) throws DeviceException {
        try {
            eraseOnce(device, instruct);
        } catch (DeviceException e) {
            throwUnlessWorthAnotherTry(e);
            eraseOnce(device, instruct);
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

    private static void eraseOnce(OpenDevice device, Consumer<Instruction> instruct) throws DeviceException {
        if (!Power.cycle(device)) {
            throw DeviceException.refused(Problem.of(DeviceProblem.RESET_NOT_POSSIBLE));
        }
        eraseNow(device, new Interruption(), instruct);
    }

    /** Erases a device that was powered up just now. An interruption ends its wait for a touch. */
    static void eraseNow(OpenDevice device, Interruption stop, Consumer<Instruction> instruct) throws DeviceException {
        boolean longTouch = device.authenticator().info().reset().longTouch();
        device.authenticator()
                .reset(longTouch ? TouchWait.forLongTouch(stop, instruct) : TouchWait.forTouch(stop, instruct));
    }
}
