package org.keyhopper.core.internal.reset;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.device.ResetOrder;
import org.keyhopper.core.internal.device.StepFailedException;
import org.keyhopper.core.internal.device.UserPresenceControl;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.fido.DeviceException;

/**
 * Resets a device (authenticatorReset, CTAP 2.2 section 6.6). Devices accept it only within seconds of power-up, so
 * that the power is cycled first: by the reader, or by an operator who removes and reinserts the device.
 *
 * @param context the device and its operator
 * @param reinsertion how the operator does it; empty where there is none
 */
public record AuthenticatorReset(ResetContext context, Optional<Reinsertion> reinsertion) {

    private static final Duration POWER_CYCLE_TIMEOUT = Duration.ofSeconds(5);

    /**
     * Cycles the power of a device, which renews its user presence and its window for a reset. On the device's worker.
     *
     * @return false when only an operator could do it: a key has its power from the USB port, also where it is reached
     *     as a card
     * @throws DeviceException when the device is lost; it was not asked to change anything
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

    /**
     * Resets a device outside of ceremonies, on its worker.
     *
     * @return its link now
     * @throws DeviceException as the device, or when the operator did not do what was needed; CANCELLED when stopped
     */
    public static LinkId perform(OpenDevice device, ResetOrder order, Reinsertion reinsertion) throws DeviceException {
        try (CurrentDevice current = new CurrentDevice(device)) {
            new AuthenticatorReset(ResetContext.of(current, order), Optional.of(reinsertion)).perform();
            return current.device().link().id();
        } catch (StepFailedException e) {
            throw DeviceException.refused(
                    e.problem().is(RunProblem.STOPPED) ? Problem.of(DeviceProblem.CANCELLED) : e.problem());
        }
    }

    /** Resets the device, with one more attempt after another power-up when the window or the touch was missed. */
    public void perform() throws StepFailedException, DeviceException {
        refuseUnlessAllowed(context.device());
        boolean byOperator = needsOperator();
        try {
            attempt(byOperator);
        } catch (DeviceException e) {
            if (!isWorthAnotherAttempt(e)) {
                throw e;
            }
            if (byOperator) {
                context.reportMissed(e.problem());
            }
            attempt(mayHaveKeptItsPower() || needsOperator());
        } finally {
            context.instruct(new Instruction.None());
        }
    }

    /** A device may restrict over which transports it can be reset (transportsForReset, CTAP 2.3 section 6.4). */
    private static void refuseUnlessAllowed(OpenDevice device) throws DeviceException {
        List<String> allowed = device.authenticator().info().reset().transports();
        boolean here =
                allowed.isEmpty() || transportsOf(device.link().kind()).stream().anyMatch(allowed::contains);
        if (!here) {
            throw notPossible();
        }
    }

    private static DeviceException notPossible() {
        return DeviceException.refused(Problem.of(DeviceProblem.RESET_NOT_POSSIBLE));
    }

    /** The chip of a USB key may be reached as a card, too. */
    private static Set<String> transportsOf(DeviceKind kind) {
        return switch (kind) {
            case USB_KEY -> Set.of("usb");
            case CONTACT_CARD -> Set.of("smart-card", "usb");
            case CONTACTLESS_CARD -> Set.of("nfc");
        };
    }

    /** After a missed window or touch nothing is lost, and another power-up opens the window again. */
    private static boolean isWorthAnotherAttempt(DeviceException e) {
        return e.problem().is(DeviceProblem.RESET_TOO_LATE) || e.problem().is(DeviceProblem.NOT_TOUCHED);
    }

    /** Cycles the power, or returns true where only an operator can. */
    private boolean needsOperator() throws StepFailedException, DeviceException {
        return !context.current().run(() -> powerCycle(context.device()));
    }

    /**
     * Some contactless readers report that they cycled the power and leave their field on; an operator can lift the
     * card.
     */
    private boolean mayHaveKeptItsPower() {
        return reinsertion.isPresent() && context.device().link().kind() == DeviceKind.CONTACTLESS_CARD;
    }

    private void attempt(boolean byOperator) throws StepFailedException, DeviceException {
        if (byOperator) {
            Deadline window =
                    reinsertion.orElseThrow(AuthenticatorReset::notPossible).reinsert(context, true);
            if (window.hasPassed()) {
                throw DeviceException.refused(Problem.of(DeviceProblem.RESET_TOO_LATE));
            }
        }
        context.current().run(() -> {
            resetNow();
            return true;
        });
    }

    private void resetNow() throws DeviceException {
        OpenDevice device = context.device();
        boolean longTouch = device.authenticator().info().reset().longTouch();
        try (UserPresenceControl presence = longTouch
                ? UserPresenceControl.forLongTouch(context.stop(), context.instructions())
                : UserPresenceControl.forTouch(context.stop(), context.instructions())) {
            device.authenticator().reset(presence.exchange());
        }
    }
}
