package org.keyhopper.core.internal.ceremony;

import java.util.function.Consumer;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.fido.DeviceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases a device. Devices allow it only within seconds of power-up, so the power goes off and on first. */
public final class Eraser {

    private static final Logger LOGGER = LoggerFactory.getLogger(Eraser.class);

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

    /**
     * Returns whether a device holds more credentials than those a ceremony made: then it was not blank after all, which a
     * device without PIN does not tell. One that has no such function (CTAP 2.0), or whose PIN must be changed before it
     * answers (the last thing that a ceremony does to it), counts as holding no more, as it looked when it was identified;
     * any other that fails to answer is not erased on a guess.
     *
     * @param ours how many may be the ceremony's
     */
    public static boolean wouldLoseOthers(OpenDevice device, Secret pin, int ours) {
        if (pin == null || !device.authenticator().info().managesCredentials()) {
            return false;
        }
        try {
            return device.authenticator().credentials().occupancy(pin).existing() > ours;
        } catch (DeviceException e) {
            LOGGER.info("A device does not tell how many credentials it holds: {}", e.problem());
            return !e.problem().is(DeviceProblem.PIN_CHANGE_FORCED);
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
