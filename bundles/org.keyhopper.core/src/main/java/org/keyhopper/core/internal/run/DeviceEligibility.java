package org.keyhopper.core.internal.run;

import java.util.Optional;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.run.RunPhase;

/** Whether a device can be used for the current recipient as it is. */
public final class DeviceEligibility {

    private DeviceEligibility() {}

    /** Returns READY, ALREADY_PROVISIONED or UNUSABLE_DEVICE. */
    public static RunPhase of(DeviceFacts facts, Profile profile) {
        if (facts.obstacle().isPresent()) {
            return RunPhase.UNUSABLE_DEVICE;
        }
        return isTaken(facts, profile) ? RunPhase.ALREADY_PROVISIONED : RunPhase.READY;
    }

    /** Returns what speaks against a device that was not READY. */
    public static Problem reasonAgainst(Optional<DeviceFacts> device) {
        return device.flatMap(DeviceFacts::obstacle).orElse(Problem.of(DeviceProblem.ALREADY_PROVISIONED));
    }

    /** Where the profile keeps the device's own PIN, a PIN alone does not mean that the device is assigned. */
    private static boolean isTaken(DeviceFacts facts, Profile profile) {
        return profile.pin() instanceof PinRule.Keep ? facts.known().isPresent() : facts.isProvisioned();
    }
}
