package org.keyhopper.core.internal.reset;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.internal.device.StepFailure;
import org.keyhopper.fido.DeviceException;

/**
 * Erases a device by whatever way it can be given fresh power: by its reader, or by a person who is told what to do.
 *
 * @param reinsertion how a person does it; empty where nobody is at the device
 */
public record GuidedReset(Optional<Reinsertion> reinsertion) {

    /** Erases it; one more try after another power-up when the window or the touch was missed. */
    public void reset(ResetContext context) throws StepFailure, DeviceException {
        refuseUnlessAllowed(context.device());
        boolean byHand = needsHands(context);
        try {
            resetOnce(context, byHand);
        } catch (DeviceException e) {
            AuthenticatorReset.throwUnlessWorthAnotherTry(e);
            if (byHand) {
                context.missed(e.problem());
            }
            resetOnce(context, mayHaveKeptItsPower(context) || needsHands(context));
        } finally {
            context.instruct(new Instruction.None());
        }
    }

    /** A device may say over which connections it can be reset (transportsForReset, CTAP 2.3 section 6.4). */
    private static void refuseUnlessAllowed(OpenDevice device) throws DeviceException {
        List<String> allowed = device.authenticator().info().reset().transports();
        boolean here =
                allowed.isEmpty() || namesOf(device.link().kind()).stream().anyMatch(allowed::contains);
        if (!here) {
            throw notPossible();
        }
    }

    private static DeviceException notPossible() {
        return DeviceException.refused(Problem.of(DeviceProblem.RESET_NOT_POSSIBLE));
    }

    /** The chip of a USB key may be reached as a card, too. */
    private static Set<String> namesOf(DeviceKind kind) {
        return switch (kind) {
            case USB_KEY -> Set.of("usb");
            case CONTACT_CARD -> Set.of("smart-card", "usb");
            case CONTACTLESS_CARD -> Set.of("nfc");
        };
    }

    /** Gives it fresh power, or returns true where only a person can. */
    private static boolean needsHands(ResetContext context) throws StepFailure, DeviceException {
        return !context.onDevice(() -> AuthenticatorReset.powerCycle(context.device()));
    }

    /** Some contactless readers say that they took the power off a card and leave their field on. A person can lift it. */
    private boolean mayHaveKeptItsPower(ResetContext context) {
        return reinsertion.isPresent() && context.device().link().kind() == DeviceKind.CONTACTLESS_CARD;
    }

    private void resetOnce(ResetContext context, boolean byHand) throws StepFailure, DeviceException {
        if (byHand) {
            reinsertion.orElseThrow(GuidedReset::notPossible).reset(context);
            return;
        }
        context.onDevice(() -> {
            AuthenticatorReset.resetNow(context.device(), context.stop(), context::instruct);
            return true;
        });
    }
}
