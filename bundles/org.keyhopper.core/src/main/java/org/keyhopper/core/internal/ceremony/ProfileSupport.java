package org.keyhopper.core.internal.ceremony;

import java.util.ArrayList;
import java.util.List;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.run.Demand;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.fido.Authenticator;
import org.keyhopper.fido.DeviceConfiguration;
import org.keyhopper.fido.DeviceException;

/**
 * Which settings of a profile a device supports, read from its authenticatorGetInfo (CTAP 2.2 section 6.4), and
 * applying them (authenticatorConfig, CTAP 2.2 section 6.11).
 */
public record ProfileSupport(Profile profile, AuthenticatorInfo info) {

    /** Returns a note for each setting of the profile that the device does not support. */
    List<Problem> unsupported() {
        List<Problem> notes = new ArrayList<>();
        if (profile.minimumPinLength().isPresent() && !setsMinimumPinLength()) {
            notes.add(notApplied(Demand.MINIMUM_PIN_LENGTH));
        }
        if (!profile.minPinLengthRpIds().isEmpty() && !revealsMinimumPinLength()) {
            notes.add(notApplied(Demand.MINIMUM_PIN_LENGTH_RP_IDS));
        }
        if (profile.wants(Profile.Option.FORCE_PIN_CHANGE) && !setsMinimumPinLength()) {
            notes.add(notApplied(Demand.FORCE_PIN_CHANGE));
        }
        if (profile.wants(Profile.Option.ALWAYS_UV) && !supportsAlwaysUv()) {
            notes.add(notApplied(Demand.ALWAYS_UV));
        }
        if (profile.wants(Profile.Option.ENTERPRISE_ATTESTATION) && !supportsEnterpriseAttestation()) {
            notes.add(notApplied(Demand.ENTERPRISE_ATTESTATION));
        }
        return notes;
    }

    static Problem notApplied(Demand demand) {
        return Problem.of(RunProblem.NOT_APPLIED, demand.id());
    }

    /** Returns whether enterprise attestation is wanted and supported (CTAP 2.2 section 7.1). */
    boolean requestsEnterpriseAttestation() {
        return profile.wants(Profile.Option.ENTERPRISE_ATTESTATION) && supportsEnterpriseAttestation();
    }

    /** Returns whether the device was asked for enterprise attestation and did not give it. */
    boolean lacksEnterpriseAttestation(NewCredential made) {
        return requestsEnterpriseAttestation() && !made.enterpriseAttested();
    }

    /** Returns whether there is any setting to apply after the registration. */
    boolean hasSettings() {
        boolean pinSettings = profile.minimumPinLength().isPresent()
                || !profile.minPinLengthRpIds().isEmpty()
                || profile.wants(Profile.Option.FORCE_PIN_CHANGE);
        return pinSettings && setsMinimumPinLength() || profile.wants(Profile.Option.ALWAYS_UV) && supportsAlwaysUv();
    }

    /**
     * Applies the settings that are not applied yet; safe to repeat. The forced PIN change comes last, since the PIN
     * gives no pinUvAuthToken after it.
     */
    public static void apply(Profile profile, Authenticator authenticator, Secret pin) throws DeviceException {
        ProfileSupport support = new ProfileSupport(profile, authenticator.info());
        DeviceConfiguration configuration = authenticator.configuration();
        if (profile.wants(Profile.Option.ALWAYS_UV) && support.supportsAlwaysUv()) {
            configuration.enableAlwaysUv(pin);
        }
        if (!support.setsMinimumPinLength()) {
            return;
        }
        if (profile.minimumPinLength().isPresent()) {
            configuration.raiseMinimumPinLength(profile.minimumPinLength().getAsInt(), pin);
        }
        if (!profile.minPinLengthRpIds().isEmpty() && support.revealsMinimumPinLength()) {
            configuration.setMinPinLengthRpIds(
                    profile.minPinLengthRpIds().stream().sorted().toList(), pin);
        }
        if (profile.wants(Profile.Option.FORCE_PIN_CHANGE)) {
            configuration.forcePinChange(pin);
        }
    }

    private boolean setsMinimumPinLength() {
        return info.has("authnrCfg") && info.has("setMinPINLength");
    }

    private boolean revealsMinimumPinLength() {
        return setsMinimumPinLength()
                && profile.minPinLengthRpIds().size() <= info.limits().maxRpIdsForSetMinPinLength();
    }

    private boolean supportsAlwaysUv() {
        return info.has("alwaysUv")
                || (info.has("authnrCfg") && info.option("alwaysUv").isPresent());
    }

    private boolean supportsEnterpriseAttestation() {
        return info.has("ep") || (info.has("authnrCfg") && info.option("ep").isPresent());
    }
}
