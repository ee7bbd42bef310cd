package org.keyhopper.core.internal.reconcile;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.internal.central.ProofChallenge;
import org.keyhopper.core.internal.ceremony.AssertionProof;
import org.keyhopper.core.internal.ceremony.DeviceCleanup;
import org.keyhopper.core.internal.ceremony.ProfileSupport;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.vault.PinVault;
import org.keyhopper.fido.DeviceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Completes or cleans the device of an interrupted ceremony, if it is connected. */
record DeviceResolver(DeviceSearch search, PinVault pins, Claim claim, AssertionProof proof) {

    private static final Logger LOGGER = LoggerFactory.getLogger(DeviceResolver.class);

    /** Returns a resolver whose devices sign this. */
    DeviceResolver signing(ProofChallenge challenge) {
        return new DeviceResolver(search, pins, claim, new AssertionProof(proof.verifier(), challenge));
    }

    /** Whether the registered credential is proved. */
    sealed interface Proof {
        record Proved() implements Proof {}

        /** The device signed, and the assertion is wrong. */
        record Refuted() implements Proof {}

        /** The device is connected, but did not sign. */
        record Hindered(Problem why) implements Proof {}

        /** The device is not connected. */
        record Absent() implements Proof {}
    }

    /** Proves the credential on the device that holds it, and applies the profile's settings. */
    Proof completes(CeremonyTrace trace, Profile profile) {
        return search.holder(trace)
                .flatMap(found -> search.on(found, device -> proveAndFinish(trace, profile, device)))
                .orElseGet(Proof.Absent::new);
    }

    private Proof proveAndFinish(CeremonyTrace trace, Profile profile, OpenDevice device) {
        if (device.authenticator().info().pin().forcePinChange()) {
            // The forced change is the last act of a ceremony, after the device signed.
            return trace.hasSigned() ? new Proof.Proved() : hindered(DeviceProblem.PIN_CHANGE_FORCED);
        }
        Optional<Secret> kept = pins.ofCeremony(trace.id());
        if (kept.isEmpty()) {
            return new Proof.Hindered(Problem.of(RunProblem.DEVICE_PIN_NOT_KEPT));
        }
        try (Secret pin = kept.get()) {
            if (proof.of(device.authenticator(), trace.credential(), trace.rpId(), pin)
                    .isPresent()) {
                return new Proof.Refuted();
            }
            pins.confirm(claim, trace.id());
            ProfileSupport.apply(profile, device.authenticator(), pin);
            return new Proof.Proved();
        } catch (DeviceException e) {
            LOGGER.info("A device did not prove its passkey: {}", e.problem());
            return new Proof.Hindered(e.problem());
        }
    }

    private static Proof hindered(DeviceProblem problem) {
        return new Proof.Hindered(Problem.of(problem));
    }

    /**
     * Removes what the ceremony left on its device; returns what is left, or may be, and empty when no device is
     * connected that could be it.
     */
    Optional<List<Problem>> clean(CeremonyTrace trace) {
        if (!trace.mayBeOnDevice()) {
            return Optional.of(List.of());
        }
        return search.holder(trace)
                .or(() -> search.ownerOfPin(trace))
                .flatMap(found -> search.on(found, device -> cleaned(trace, device, found.isKnown())))
                .or(() -> search.seesBlank(trace)
                        ? Optional.of(trace.deviceTrace(false).unread())
                        : Optional.empty());
    }

    private List<Problem> cleaned(CeremonyTrace trace, OpenDevice device, boolean isKnown) {
        try (Secret pin = pins.ofCeremony(trace.id()).orElseGet(() -> Secret.of(""))) {
            DeviceCleanup.Result result =
                    DeviceCleanup.clean(device, pin, trace.deviceTrace(!isKnown), instruction -> {});
            if (result.isBlank()) {
                pins.forget(claim, trace.id());
            }
            return result.left();
        }
    }
}
