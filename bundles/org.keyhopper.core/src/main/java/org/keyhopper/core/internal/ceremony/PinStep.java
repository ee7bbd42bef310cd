package org.keyhopper.core.internal.ceremony;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.OperatorPrompts;
import org.keyhopper.api.request.PinQuestion;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.internal.ceremony.CeremonyState.Mark;
import org.keyhopper.core.internal.device.StepFailedException;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.CentralUnavailableException;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.vault.TrivialPin;
import org.keyhopper.fido.DeviceException;

/**
 * Sets the PIN of a device that has none (setPIN, CTAP 2.2 section 6.5.5.5), or asks the operator for the one it has.
 */
final class PinStep {

    /** The last tries are left to the holder: with this many left the operator is not asked again. */
    private static final int RETRIES_TO_SPARE = 3;

    /** An operator who enters the same wrong PIN again and again, which is not sent again, has no other. */
    private static final int MOST_ENTRIES = 5;

    /** How a device refuses a wrong PIN: usually, the third in a row, and the last. */
    private static final Set<DeviceProblem> WRONG =
            Set.of(DeviceProblem.PIN_INVALID, DeviceProblem.PIN_AUTH_BLOCKED, DeviceProblem.PIN_BLOCKED);

    /**
     * A device may demand more of a PIN than its length (pinComplexityPolicy, CTAP 2.2 section 6.4), and does not say
     * what.
     */
    private static final int MOST_DRAWS = 5;

    private PinStep() {}

    static void perform(CeremonyState state) throws StepFailedException, DeviceException {
        if (state.info().isPinSet()) {
            learn(state);
        } else {
            giveNew(state);
        }
    }

    /** A refused PIN changes nothing and costs no try, so that other digits can be drawn, or another PIN entered. */
    private static void giveNew(CeremonyState state) throws StepFailedException, DeviceException {
        Optional<Problem> refusal = Optional.empty();
        for (int draw = 1; draw <= MOST_DRAWS; draw++) {
            refusal = refusalOfNew(state, choose(state, refusal));
            if (refusal.isEmpty()) {
                return;
            }
        }
        throw new StepFailedException(refusal.orElseThrow());
    }

    private static Optional<Problem> refusalOfNew(CeremonyState state, Secret pin)
            throws StepFailedException, DeviceException {
        state.usePin(pin);
        if (pin.codePoints() < shortest(state) || TrivialPin.matches(pin)) {
            return Optional.of(Problem.of(DeviceProblem.PIN_POLICY_VIOLATION));
        }
        try {
            give(state, pin);
            return Optional.empty();
        } catch (DeviceException e) {
            if (!isNoPinAtAll(e)) {
                throw e;
            }
            return Optional.of(e.problem());
        }
    }

    private static Secret choose(CeremonyState state, Optional<Problem> refusal) throws StepFailedException {
        int shortest = shortest(state);
        if (state.order.profile().pin() instanceof PinRule.Random random) {
            return new RandomPin(state.tools.random()).digits(Math.max(shortest, random.length()));
        }
        PinQuestion question = new PinQuestion(
                PinQuestion.Kind.NEW,
                state.order.recipient().recipient().name(),
                shortest,
                OptionalInt.empty(),
                refusal,
                state.info().pin().complexity());
        return entered(state, question);
    }

    private static Secret entered(CeremonyState state, PinQuestion question) throws StepFailedException {
        return state.tools.operator().enterPin(question).orElseThrow(() -> question.refusal()
                .map(StepFailedException::new)
                .orElseGet(PinStep::notEntered));
    }

    /** Long enough for the device now and for the minimum that will be set, so that neither forces a change. */
    private static int shortest(CeremonyState state) {
        AuthenticatorInfo info = state.info();
        return Math.max(
                info.pin().minLength(), state.order.profile().minimumPinLength().orElse(0));
    }

    private static void give(CeremonyState state, Secret pin) throws StepFailedException, DeviceException {
        propose(state, pin);
        state.journal(JournalPoint.PIN_SETTING);
        state.set(Mark.PIN_ON_DEVICE);
        try {
            state.device().authenticator().pin().set(pin);
        } catch (DeviceException e) {
            if (e.changedNothing()) {
                state.clear(Mark.PIN_ON_DEVICE);
                state.tools.pins().forget(state.tools.claim(), state.id);
            }
            throw e;
        }
        state.tools.pins().confirm(state.tools.claim(), state.id);
        state.journal(JournalPoint.PIN_SET);
    }

    /** Where the PIN is kept at Central, it has to be there before the device gets it. */
    private static void propose(CeremonyState state, Secret pin) throws StepFailedException {
        try {
            state.tools
                    .pins()
                    .propose(
                            state.tools.claim(),
                            state.id,
                            state.order.recipient().id(),
                            pin);
        } catch (CentralUnavailableException e) {
            throw new StepFailedException(e.problem());
        }
    }

    /** Each attempt is an operator's entry; no PIN is tried twice automatically. */
    private static void learn(CeremonyState state) throws StepFailedException, DeviceException {
        Optional<Problem> refusal = Optional.empty();
        for (int entry = 1; entry <= MOST_ENTRIES; entry++) {
            refusal = refusalOf(state, question(state, refusal));
            if (refusal.isEmpty()) {
                return;
            }
        }
        throw new StepFailedException(refusal.orElseThrow());
    }

    private static PinQuestion question(CeremonyState state, Optional<Problem> refusal) throws DeviceException {
        return new PinQuestion(
                PinQuestion.Kind.EXISTING,
                state.order.recipient().recipient().name(),
                state.info().pin().minLength(),
                retries(state),
                refusal);
    }

    /** Asks for the PIN and tries it; returns why it was refused, when another one may be asked for. */
    private static Optional<Problem> refusalOf(CeremonyState state, PinQuestion question)
            throws StepFailedException, DeviceException {
        OperatorPrompts operator = state.tools.operator();
        int left = question.retries().orElse(0);
        if (left == 1 && !operator.confirmLastPinAttempt(question)) {
            throw new StepFailedException(Problem.of(DeviceProblem.PIN_LAST_TRY));
        }
        state.usePin(entered(state, question));
        if (state.tools.refusedPins().contains(state.device(), state.pin(), left)) {
            return Optional.of(Problem.of(DeviceProblem.PIN_INVALID, Integer.toString(left)));
        }
        try {
            state.device().authenticator().pin().verify(state.pin());
            return Optional.empty();
        } catch (DeviceException e) {
            return mayAskAgain(state, left, e);
        }
    }

    private static Optional<Problem> mayAskAgain(CeremonyState state, int before, DeviceException refusal)
            throws DeviceException {
        if (isNoPinAtAll(refusal)) {
            return Optional.of(refusal.problem());
        }
        if (!refusal.changedNothing() || WRONG.stream().noneMatch(refusal.problem()::is)) {
            throw refusal;
        }
        int left = retries(state).orElse(0);
        if (left < before) {
            state.tools.refusedPins().add(state.device(), state.pin(), left);
        }
        if (!refusal.problem().is(DeviceProblem.PIN_INVALID) || left <= RETRIES_TO_SPARE) {
            throw refusal;
        }
        return Optional.of(refusal.problem());
    }

    /** Too short, too long, or refused by the device for what it is: it cost no try. */
    private static boolean isNoPinAtAll(DeviceException refusal) {
        return refusal.changedNothing()
                && (refusal.problem().is(DeviceProblem.PIN_POLICY_VIOLATION)
                        || refusal.problem().is(DeviceProblem.PIN_TOO_LONG));
    }

    private static OptionalInt retries(CeremonyState state) throws DeviceException {
        return state.device().authenticator().pin().retries();
    }

    private static StepFailedException notEntered() {
        return new StepFailedException(Problem.of(RunProblem.PIN_NOT_ENTERED));
    }
}
