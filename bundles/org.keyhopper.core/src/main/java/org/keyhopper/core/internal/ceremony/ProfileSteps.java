package org.keyhopper.core.internal.ceremony;

import java.util.Optional;
import java.util.OptionalInt;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Eligibility;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;
import org.keyhopper.core.ceremony.CeremonyOrder;
import org.keyhopper.core.internal.device.StepFailedException;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.fido.DeviceException;

/**
 * The steps that the profile decides: checking before anything is changed that it can be met, and applying its settings
 * last.
 */
final class ProfileSteps {

    private static final int ES256 = -7;

    private ProfileSteps() {}

    /** Checks that recipient, directory policy and device fit the profile. */
    static void check(CeremonyState state) throws StepFailedException, DeviceException {
        AuthenticatorInfo info = state.device().authenticator().readInfo();
        ProfileSupport support = new ProfileSupport(state.order.profile(), info);
        failIf(model(state.order, info));
        failIf(state.checkMetadata(metadata -> metadata.checkModel(info.aaguid())));
        failIf(abilities(support));
        failIf(slots(state.order, info));
        failIf(pin(state, info));
        failIf(pinLength(state.order.profile(), info));
        state.notes.addAll(support.unsupported());
        Eligibility eligibility =
                StepFailedException.unlessFailed(state.passkeys().eligibility(state.order.user(), info));
        failIf(eligibility.obstacles().stream().findFirst());
        state.attestationEnforced = eligibility.attestationEnforced();
        if (state.attestationEnforced) {
            EnforcedAttestation.checkModel(state, info.aaguid());
        }
    }

    private static void failIf(Optional<Problem> problem) throws StepFailedException {
        if (problem.isPresent()) {
            throw new StepFailedException(problem.get());
        }
    }

    private static Optional<Problem> model(CeremonyOrder order, AuthenticatorInfo info) {
        var allowed = order.profile().allowedAaguids();
        return allowed.isEmpty() || allowed.contains(info.aaguid())
                ? Optional.empty()
                : Optional.of(Problem.of(
                        RunProblem.MODEL_NOT_IN_PROFILE, order.device().model()));
    }

    private static Optional<Problem> abilities(ProfileSupport support) {
        AuthenticatorInfo info = support.info();
        if (!info.has("rk")) {
            return Optional.of(Problem.of(DeviceProblem.NO_RESIDENT_KEYS));
        }
        if (info.option("clientPin").isEmpty()) {
            return Optional.of(Problem.of(DeviceProblem.NOT_SUPPORTED, "PIN"));
        }
        if (!info.algorithms().isEmpty() && !info.algorithms().contains(ES256)) {
            return Optional.of(Problem.of(DeviceProblem.NO_COMMON_ALGORITHM));
        }
        boolean strict = support.profile().unsupported() == Profile.Unsupported.REFUSE;
        return strict
                ? support.unsupported().stream()
                        .map(note -> new Problem(DeviceProblem.NOT_SUPPORTED, note.arguments(), ""))
                        .findFirst()
                : Optional.empty();
    }

    /** A device that will be reset has room, and no PIN to know. */
    private static Optional<Problem> slots(CeremonyOrder order, AuthenticatorInfo info) {
        OptionalInt left = info.limits().remainingDiscoverableCredentials();
        boolean full = left.isPresent() && left.getAsInt() == 0 && !order.resetsFirst();
        return full ? Optional.of(Problem.of(DeviceProblem.KEY_STORE_FULL)) : Optional.empty();
    }

    private static Optional<Problem> pin(CeremonyState state, AuthenticatorInfo info) throws DeviceException {
        if (state.order.resetsFirst() || !info.isPinSet()) {
            return Optional.empty();
        }
        if (!(state.order.profile().pin() instanceof PinRule.Keep)) {
            return Optional.of(Problem.of(DeviceProblem.PIN_ALREADY_SET));
        }
        if (info.pin().forcePinChange()) {
            return Optional.of(Problem.of(DeviceProblem.PIN_CHANGE_FORCED));
        }
        boolean blocked = state.device().authenticator().pin().retries().orElse(1) == 0;
        return blocked ? Optional.of(Problem.of(DeviceProblem.PIN_BLOCKED)) : Optional.empty();
    }

    /** The longest PIN counts in bytes, and so in digits. Reported before a reset that would otherwise be in vain. */
    private static Optional<Problem> pinLength(Profile profile, AuthenticatorInfo info) {
        int random = profile.pin() instanceof PinRule.Random(int length) ? length : 0;
        boolean tooLong = Math.max(random, profile.minimumPinLength().orElse(0))
                > info.pin().maxLength();
        return tooLong
                ? Optional.of(Problem.of(
                        DeviceProblem.PIN_TOO_LONG, Integer.toString(info.pin().maxLength())))
                : Optional.empty();
    }

    /** Returns whether the order's device has settings to apply; true while its authenticatorGetInfo is unknown. */
    static boolean hasSettings(CeremonyOrder order) {
        return order.device()
                .info()
                .map(info -> new ProfileSupport(order.profile(), info).hasSettings())
                .orElse(true);
    }

    /** Applies the profile's settings. */
    static void finish(CeremonyState state) throws StepFailedException, DeviceException {
        state.journal(JournalPoint.FINISHING);
        ProfileSupport.apply(state.order.profile(), state.device().authenticator(), state.pin());
        state.journal(JournalPoint.FINISHED);
        RegistrationSteps.submitProof(state);
    }
}
