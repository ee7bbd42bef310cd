package org.keyhopper.core.internal.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.internal.ceremony.DeviceCleanup;
import org.keyhopper.core.internal.ceremony.FinishStep;
import org.keyhopper.core.internal.ceremony.PossessionProof;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.Requests.Lease;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.vault.PinVault;
import org.keyhopper.fido.DeviceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Completes or cleans the device of a ceremony that was not seen to end, if it is connected. */
record DeviceCare(DeviceSearch search, PinVault pins, Lease lease, PossessionProof proof) {

    private static final Logger LOGGER = LoggerFactory.getLogger(DeviceCare.class);

    /** Whether the registered credential is proved. */
    sealed interface Proof {
        record Proved() implements Proof {}

        /** The device signed, and what it signed is wrong. */
        record Refuted() implements Proof {}

        /** The device is connected, but does not sign now. */
        record Hindered(Problem why) implements Proof {}

        /** The device is not connected. */
        record Absent() implements Proof {}
    }

    /** Returns whether the ceremony's device is connected, or one that may be it and holds nothing. */
    boolean isConnected(Remains remains) {
        return search.holder(remains).or(() -> search.ownerOfPin(remains)).isPresent()
                || !remains.reached(JournalPoint.REGISTERING) && search.seesBlank(remains);
    }

    /** Proves the credential on the device that holds it, and finishes that device. */
    Proof completes(Remains remains, Profile profile) {
        return search.holder(remains)
                .flatMap(found -> search.on(found, device -> proveAndFinish(remains, profile, device)))
                .orElseGet(Proof.Absent::new);
    }

    private Proof proveAndFinish(Remains remains, Profile profile, OpenDevice device) {
        if (device.authenticator().info().pin().changeForced()) {
            // The forced change is the very last thing a ceremony does, after the device signed.
            return remains.hasSigned() ? new Proof.Proved() : hindered(DeviceProblem.PIN_CHANGE_FORCED);
        }
        Optional<Secret> kept = pins.ofCeremony(remains.id());
        if (kept.isEmpty()) {
            return new Proof.Hindered(Problem.of(RunProblem.DEVICE_PIN_NOT_KEPT));
        }
        try (Secret pin = kept.get()) {
            if (proof.of(device.authenticator(), remains.credential(), remains.rpId(), pin)
                    .isPresent()) {
                return new Proof.Refuted();
            }
            pins.confirm(lease, remains.id());
            FinishStep.apply(profile, device.authenticator(), pin);
            return new Proof.Proved();
        } catch (DeviceException e) {
            LOGGER.info("A device does not prove its passkey: {}", e.problem());
            return new Proof.Hindered(e.problem());
        }
    }

    private static Proof hindered(DeviceProblem problem) {
        return new Proof.Hindered(Problem.of(problem));
    }

    /**
     * Removes what the ceremony left on its device; returns what is left, or may be, and empty when no device is connected
     * that could be it.
     */
    Optional<List<Problem>> clean(Remains remains) {
        if (!remains.mayBeOnDevice()) {
            return Optional.of(List.of());
        }
        return search.holder(remains)
                .or(() -> search.ownerOfPin(remains))
                .flatMap(found -> search.on(found, device -> cleaned(remains, device, found.isKnown())))
                .or(() -> search.seesBlank(remains)
                        ? Optional.of(remains.trace(false).unread())
                        : Optional.empty());
    }

    private List<Problem> cleaned(Remains remains, OpenDevice device, boolean isKnown) {
        try (Secret pin = pins.ofCeremony(remains.id()).orElseGet(() -> Secret.of(""))) {
            boolean mayReset = remains.wasBlank() && !isKnown;
            DeviceCleanup.Result result = DeviceCleanup.clean(device, pin, remains.trace(mayReset), instruction -> {});
            if (result.isBlank()) {
                pins.forget(lease, remains.id());
            }
            List<Problem> left = new ArrayList<>(result.left());
            if (remains.wasBlank() && isKnown && !left.isEmpty()) {
                left.add(Problem.of(RunProblem.NOT_ERASED));
            }
            return left;
        }
    }
}
