package org.keyhopper.core.internal.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.internal.ceremony.Besides;
import org.keyhopper.core.internal.ceremony.FinishStep;
import org.keyhopper.core.internal.ceremony.PossessionProof;
import org.keyhopper.core.internal.reset.AuthenticatorReset;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.vault.PinVault;
import org.keyhopper.fido.DeviceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Completes or cleans the device of a ceremony whose end nobody saw, if it is plugged in. */
record DeviceCare(DeviceSearch search, PinVault pins, PossessionProof proof) {

    private static final Logger LOGGER = LoggerFactory.getLogger(DeviceCare.class);

    /** Proves the credential on the device that holds it, and finishes that device. */
    boolean completes(Remains remains, Profile profile) {
        return search.onHolder(remains, device -> {
                    if (device.authenticator().info().pin().changeForced()) {
                        // The forced change is the very last thing a ceremony does, after the proof.
                        return remains.reached(JournalPoint.PROVED);
                    }
                    return proveAndFinish(remains, profile, device);
                })
                .orElse(false);
    }

    private boolean proveAndFinish(Remains remains, Profile profile, OpenDevice device) throws DeviceException {
        Optional<Secret> kept = pins.ofCeremony(remains.id());
        if (kept.isEmpty()) {
            return false;
        }
        try (Secret pin = kept.get()) {
            Optional<Problem> problem = proof.of(device.authenticator(), remains.credential(), remains.options(), pin);
            if (problem.isPresent()) {
                return false;
            }
            pins.confirm(remains.id());
            FinishStep.apply(profile, device.authenticator(), pin);
            return true;
        }
    }

    /** Removes what the ceremony left on its device; returns what may be left. */
    List<Problem> clean(Remains remains, Profile profile) {
        if (!remains.mayBeOnDevice()) {
            return List.of();
        }
        return search.onHolder(remains, device -> cleaned(remains, device))
                .or(() -> search.onOwnerOfPin(remains, profile, device -> cleaned(remains, device)))
                .orElseGet(() -> left(remains, remains.reached(JournalPoint.MAKING)));
    }

    private List<Problem> cleaned(Remains remains, OpenDevice device) {
        try (Secret pin = pins.ofCeremony(remains.id()).orElseGet(() -> Secret.of(""))) {
            int ours = remains.reached(JournalPoint.MAKING) ? 1 : 0;
            boolean spared = remains.wasBlank() && mayHoldMore(remains, Besides.of(device, pin, ours));
            if (remains.wasBlank() && !spared && succeeds(() -> AuthenticatorReset.reset(device, instruction -> {}))) {
                pins.forget(remains.id());
                return List.of();
            }
            boolean deleted = !pin.isEmpty() && deletes(remains, device, pin);
            List<Problem> left = left(remains, ours > 0 && !deleted);
            if (spared && !left.isEmpty()) {
                left.add(Problem.of(RunProblem.NOT_ERASED));
            }
            return left;
        }
    }

    /** One that was erased then is asked all the same: that may be long ago. Where it cannot tell, its erasing counts. */
    private static boolean mayHoldMore(Remains remains, Besides besides) {
        return besides == Besides.SOMETHING || besides == Besides.UNKNOWN && !remains.wasErased();
    }

    private static boolean deletes(Remains remains, OpenDevice device, Secret pin) {
        return remains.madeCredential()
                .filter(credential ->
                        succeeds(() -> device.authenticator().credentials().delete(credential, pin)))
                .isPresent();
    }

    private static boolean succeeds(Cleaning cleaning) {
        try {
            cleaning.run();
            return true;
        } catch (DeviceException e) {
            LOGGER.info("A device could not be cleaned: {}", e.problem());
            return false;
        }
    }

    private static List<Problem> left(Remains remains, boolean credential) {
        List<Problem> left = new ArrayList<>();
        if (credential) {
            left.add(Problem.of(RunProblem.LEFT_CREDENTIAL_ON_DEVICE));
        }
        if (remains.reached(JournalPoint.PIN_SETTING)) {
            left.add(Problem.of(RunProblem.LEFT_PIN_ON_DEVICE));
        }
        return left;
    }

    /** Something done to a device to clean it. */
    private interface Cleaning {
        void run() throws DeviceException;
    }
}
