package org.keyhopper.core.internal.ceremony;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;
import org.keyhopper.core.ceremony.CeremonyOrder;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.internal.device.StepFailure;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.fido.DeviceException;

/** Recipient, directory policy and device must fit before anything is changed. */
final class CheckStep implements Step {

    private static final int ES256 = -7;

    @Override
    public CeremonyStep name() {
        return CeremonyStep.CHECK;
    }

    @Override
    public void perform(CeremonyState state) throws StepFailure, DeviceException {
        AuthenticatorInfo info = state.device().authenticator().readInfo();
        failIf(model(state.order, info));
        failIf(maker(state, info));
        failIf(abilities(state.order, info));
        failIf(slots(state.order, info));
        failIf(pin(state, info));
        failIf(pinLength(state.order.profile(), info));
        state.notes.addAll(ProfileSupport.unmet(state.order.profile(), info));
        List<Problem> obstacles = StepFailure.unlessFailed(state.passkeys().obstacles(state.order.user(), info));
        failIf(obstacles.stream().findFirst());
    }

    private static void failIf(Optional<Problem> problem) throws StepFailure {
        if (problem.isPresent()) {
            throw new StepFailure(problem.get());
        }
    }

    private static Optional<Problem> model(CeremonyOrder order, AuthenticatorInfo info) {
        var allowed = order.profile().allowedAaguids();
        return allowed.isEmpty() || allowed.contains(info.aaguid())
                ? Optional.empty()
                : Optional.of(Problem.of(
                        RunProblem.MODEL_NOT_IN_PROFILE, order.device().model()));
    }

    /** What the maker or the world says of the model; that the device is one of them is seen later. */
    private static Optional<Problem> maker(CeremonyState state, AuthenticatorInfo info) {
        return AttestationTrust.problem(state, metadata -> metadata.checkModel(info.aaguid()));
    }

    private static Optional<Problem> abilities(CeremonyOrder order, AuthenticatorInfo info) {
        if (!info.has("rk")) {
            return Optional.of(Problem.of(DeviceProblem.NO_RESIDENT_KEYS));
        }
        if (info.option("clientPin").isEmpty()) {
            return Optional.of(Problem.of(DeviceProblem.NOT_SUPPORTED, "PIN"));
        }
        if (!info.algorithms().isEmpty() && !info.algorithms().contains(ES256)) {
            return Optional.of(Problem.of(DeviceProblem.NO_COMMON_ALGORITHM));
        }
        boolean strict = order.profile().unsupported() == Profile.Unsupported.REFUSE;
        return strict
                ? ProfileSupport.unmet(order.profile(), info).stream()
                        .map(note -> new Problem(DeviceProblem.NOT_SUPPORTED, note.arguments(), ""))
                        .findFirst()
                : Optional.empty();
    }

    /** A device that will be erased has room, and no PIN to know. */
    private static Optional<Problem> slots(CeremonyOrder order, AuthenticatorInfo info) {
        OptionalInt left = info.limits().remainingDiscoverableCredentials();
        boolean full = left.isPresent() && left.getAsInt() == 0 && !isErased(order);
        return full ? Optional.of(Problem.of(DeviceProblem.KEY_STORE_FULL)) : Optional.empty();
    }

    private static Optional<Problem> pin(CeremonyState state, AuthenticatorInfo info) throws DeviceException {
        if (isErased(state.order) || !info.pinIsSet()) {
            return Optional.empty();
        }
        if (!(state.order.profile().pin() instanceof PinRule.Keep)) {
            return Optional.of(Problem.of(DeviceProblem.PIN_ALREADY_SET));
        }
        if (info.pin().changeForced()) {
            return Optional.of(Problem.of(DeviceProblem.PIN_CHANGE_FORCED));
        }
        boolean blocked = state.device().authenticator().pin().retries().orElse(1) == 0;
        return blocked ? Optional.of(Problem.of(DeviceProblem.PIN_BLOCKED)) : Optional.empty();
    }

    /** The longest PIN counts in bytes, and so in digits. Told before an erasing that would then be for nothing. */
    private static Optional<Problem> pinLength(Profile profile, AuthenticatorInfo info) {
        int random = profile.pin() instanceof PinRule.Random(int length) ? length : 0;
        boolean tooLong = Math.max(random, profile.minimumPinLength().orElse(0))
                > info.pin().maxLength();
        return tooLong
                ? Optional.of(Problem.of(
                        DeviceProblem.PIN_TOO_LONG, Integer.toString(info.pin().maxLength())))
                : Optional.empty();
    }

    private static boolean isErased(CeremonyOrder order) {
        return order.treatment() == CeremonyOrder.Treatment.RESET_FIRST;
    }
}
