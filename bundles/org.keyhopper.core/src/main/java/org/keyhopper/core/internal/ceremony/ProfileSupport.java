package org.keyhopper.core.internal.ceremony;

import java.util.ArrayList;
import java.util.List;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Profile;
import org.keyhopper.core.run.Demand;
import org.keyhopper.core.run.RunProblem;

/** Which of a profile's demands a device can meet, read from its getInfo (CTAP 2.2 section 6.4). */
final class ProfileSupport {

    private ProfileSupport() {}

    /** Returns a note for each demand that this device cannot meet. */
    static List<Problem> unmet(Profile profile, AuthenticatorInfo info) {
        List<Problem> notes = new ArrayList<>();
        if (profile.minimumPinLength().isPresent() && !setsMinimumPinLength(info)) {
            notes.add(notApplied(Demand.MINIMUM_PIN_LENGTH));
        }
        if (profile.wants(Profile.Option.FORCE_PIN_CHANGE) && !setsMinimumPinLength(info)) {
            notes.add(notApplied(Demand.FORCE_PIN_CHANGE));
        }
        if (profile.wants(Profile.Option.ALWAYS_UV) && !canAlwaysUv(info)) {
            notes.add(notApplied(Demand.ALWAYS_UV));
        }
        if (profile.wants(Profile.Option.ENTERPRISE_ATTESTATION) && !canEnterprise(info)) {
            notes.add(notApplied(Demand.ENTERPRISE_ATTESTATION));
        }
        return notes;
    }

    static Problem notApplied(Demand demand) {
        return Problem.of(RunProblem.NOT_APPLIED, demand.id());
    }

    static boolean setsMinimumPinLength(AuthenticatorInfo info) {
        return info.has("authnrCfg") && info.has("setMinPINLength");
    }

    static boolean canAlwaysUv(AuthenticatorInfo info) {
        return info.has("alwaysUv")
                || (info.has("authnrCfg") && info.option("alwaysUv").isPresent());
    }

    /** Returns whether a device that can did all the same not attest as the profile wants. */
    static boolean enterpriseIsMissing(Profile profile, AuthenticatorInfo info, NewCredential made) {
        return profile.wants(Profile.Option.ENTERPRISE_ATTESTATION)
                && canEnterprise(info)
                && !made.enterpriseAttested();
    }

    static boolean canEnterprise(AuthenticatorInfo info) {
        return info.has("ep") || (info.has("authnrCfg") && info.option("ep").isPresent());
    }
}
