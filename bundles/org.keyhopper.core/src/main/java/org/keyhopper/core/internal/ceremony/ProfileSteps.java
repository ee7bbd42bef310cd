package org.keyhopper.core.internal.ceremony;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.OptionalInt;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.device.MetadataProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Eligibility;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;
import org.keyhopper.core.ceremony.CeremonyOrder;
import org.keyhopper.core.internal.device.StepFailedException;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.fido.DeviceException;
import org.keyhopper.fido.ModelMetadata;

/**
 * The steps that the profile decides: checking before anything is changed that it can be met, and applying its settings
 * last.
 */
final class ProfileSteps {

    private static final int ES256 = -7;

    /** How long metadata is used after the next edition was due. */
    private static final Period METADATA_GRACE = Period.ofDays(90);

    private ProfileSteps() {}

    /** Checks that recipient, directory policy and device fit the profile. */
    static void check(CeremonyState state) throws StepFailedException, DeviceException {
        AuthenticatorInfo info = state.device().authenticator().readInfo();
        ProfileSupport support = new ProfileSupport(state.order.profile(), info);
        failIf(model(state.order, info));
        failIf(metadataAge(state));
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

    /** Where the profile wants the maker proven, warns of metadata that is due for renewal, and refuses it when it is long due. */
    private static Optional<Problem> metadataAge(CeremonyState state) {
        LocalDate today = LocalDate.ofInstant(
                state.tools.clock().instant(), state.tools.clock().getZone());
        Optional<LocalDate> due = Optional.of(state.order.profile().wants(Profile.Option.PROVEN_MAKER))
                .filter(wanted -> wanted)
                .flatMap(wanted -> state.tools.metadata().models().result())
                .map(ModelMetadata::nextUpdate)
                .filter(today::isAfter);
        if (due.isPresent() && today.minus(METADATA_GRACE).isAfter(due.get())) {
            return Optional.of(Problem.of(MetadataProblem.OVERDUE, due.get().toString()));
        }
        due.ifPresent(date -> state.warn(Problem.of(MetadataProblem.DUE, date.toString())));
        return Optional.empty();
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
