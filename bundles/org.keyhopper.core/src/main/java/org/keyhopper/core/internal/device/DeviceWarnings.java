package org.keyhopper.core.internal.device;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;

/** What the operator should know of a device before anything is done with it, the gravest first. */
final class DeviceWarnings {

    private static final String FIDO_2_0 = "FIDO_2_0";

    private DeviceWarnings() {}

    /**
     * Finds them.
     *
     * @param retries tries left for the PIN, if there is one
     */
    static List<Problem> on(AuthenticatorInfo info, OptionalInt retries) {
        List<Problem> remarks = new ArrayList<>();
        if (retries.orElse(1) == 0) {
            remarks.add(Problem.of(DeviceProblem.PIN_BLOCKED));
        }
        if (info.pin().changeForced()) {
            remarks.add(Problem.of(DeviceProblem.PIN_CHANGE_FORCED));
        }
        if (info.limits().remainingDiscoverableCredentials().orElse(1) == 0) {
            remarks.add(Problem.of(DeviceProblem.KEY_STORE_FULL));
        }
        if (info.verifiesByItself()) {
            remarks.add(Problem.of(DeviceProblem.FINGERPRINTS_STORED));
        }
        if (info.versions().stream().noneMatch(DeviceWarnings::isLater)) {
            remarks.add(Problem.of(DeviceProblem.FIDO_2_0_ONLY));
        }
        return remarks;
    }

    private static boolean isLater(String version) {
        return version.startsWith("FIDO_2_") && !version.equals(FIDO_2_0);
    }
}
