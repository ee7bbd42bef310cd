package org.keyhopper.core.internal.ceremony;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.fido.DeviceException;

/**
 * Erases a device by whatever way it can be given fresh power: by its reader, or by a person who is told what to do.
 *
 * @param replug how a person does it; empty where nobody is at the device
 */
record GuidedErasure(Optional<Replug> replug) {

    /** Erases it; one more try after another power-up when the window or the touch was missed. */
    void erase(Erasing erasing) throws StepFailure, DeviceException {
        refuseUnlessAllowed(erasing.device());
        boolean byHand = needsHands(erasing);
        try {
            eraseOnce(erasing, byHand);
        } catch (DeviceException e) {
            Eraser.throwUnlessWorthAnotherTry(e);
            if (byHand) {
                erasing.missed(e.problem());
            }
            eraseOnce(erasing, mayHaveKeptItsPower(erasing) || needsHands(erasing));
        } finally {
            erasing.instruct(new Instruction.None());
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
    private static boolean needsHands(Erasing erasing) throws StepFailure, DeviceException {
        return !erasing.onDevice(() -> Power.cycle(erasing.device()));
    }

    /** Some contactless readers say that they took the power off a card and leave their field on. A person can lift it. */
    private boolean mayHaveKeptItsPower(Erasing erasing) {
        return replug.isPresent() && erasing.device().link().kind() == DeviceKind.CONTACTLESS_CARD;
    }

    private void eraseOnce(Erasing erasing, boolean byHand) throws StepFailure, DeviceException {
        if (byHand) {
            replug.orElseThrow(GuidedErasure::notPossible).erase(erasing);
            return;
        }
        erasing.onDevice(() -> {
            Eraser.eraseNow(erasing.device(), erasing.stop(), erasing::instruct);
            return true;
        });
    }
}
