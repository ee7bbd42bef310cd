package org.keyhopper.core.internal.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.device.AuthenticatorInfo.PinComplexity;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.PinQuestion;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;
import org.keyhopper.core.fake.Act;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.run.RunProblem;

/** Where the PIN of a ceremony comes from, and what is done about one that does not fit. */
class CeremonyPinTest {

    private final CeremonyBench bench = new CeremonyBench();

    @Test
    void thePinIsConfirmedOnceTheDeviceTookIt() {
        bench.perform();
        assertTrue(bench.store.pins.isConfirmed(bench.store.journal.last().id()));
        assertEquals(6, bench.key.pinLength());
        assertTrue(bench.key.isChangeForced());
    }

    @Test
    void thePinIsLongEnoughForTheMinimumThatComesLater() {
        bench.perform(new Profile(
                new PinRule.Random(4), OptionalInt.of(8), Set.of(), Profile.Unsupported.LEAVE_OUT, "", Set.of()));
        assertEquals(8, bench.key.pinLength());
        assertEquals(8, bench.key.minPinLength());
    }

    @Test
    void aStoreThatFailsBeforeThePinIsKeptLeavesTheKeyUntouched() {
        bench.store.journal.failAt(JournalPoint.PIN_SETTING.name());
        assertThrows(StoreException.class, bench::perform);
        assertTrue(bench.key.isBlank());
    }

    @Test
    void aKeptPinIsAskedForAndNotKeptByUs() {
        bench.key = FakeKey.withPin("4711");
        bench.typed.add("4711");
        OutcomeRecord outcome = bench.perform(CeremonyBench.with(new PinRule.Keep()));
        assertEquals(Outcome.PROVISIONED, outcome.outcome());
        assertTrue(bench.store.pins.isEmpty());
        assertEquals(PinQuestion.Kind.EXISTING, bench.questions.getFirst().kind());
        assertEquals(OptionalInt.of(8), bench.questions.getFirst().retries());
    }

    @Test
    void aWrongKeptPinIsAskedForAgainWithTheReasonAndTheTriesLeft() {
        bench.key = FakeKey.withPin("4711");
        bench.typed.addAll(List.of("1234", "4711"));
        assertEquals(
                Outcome.PROVISIONED,
                bench.perform(CeremonyBench.with(new PinRule.Keep())).outcome());
        assertEquals(Optional.empty(), bench.questions.getFirst().refusal());
        assertEquals(
                Optional.of(Problem.of(DeviceProblem.PIN_INVALID, "7")),
                bench.questions.getLast().refusal());
        assertEquals(OptionalInt.of(7), bench.questions.getLast().retries());
    }

    @Test
    void theThirdWrongKeptPinInARowIsExplained() {
        bench.key = FakeKey.withPin("4711");
        bench.typed.addAll(List.of("1111", "2222", "3333", "4444"));
        OutcomeRecord outcome = bench.perform(CeremonyBench.with(new PinRule.Keep()));
        bench.assertFailedWith(outcome, DeviceProblem.PIN_AUTH_BLOCKED);
        assertEquals(5, bench.key.retries());
        assertEquals(3, bench.questions.size());
    }

    @Test
    void aWrongKeptPinIsAskedForAgainButTheLastTriesAreTheHolders() {
        bench.key = FakeKey.withPin("4711");
        bench.key.setRetries(5);
        bench.typed.addAll(List.of("1111", "2222", "3333"));
        OutcomeRecord outcome = bench.perform(CeremonyBench.with(new PinRule.Keep()));
        bench.assertFailedWith(outcome, DeviceProblem.PIN_INVALID);
        assertEquals(3, bench.key.retries());
        assertEquals(2, bench.questions.size());
    }

    /** As an environment variable does, which has no other. */
    @Test
    void aWrongPinWithNoOtherToFollowIsReportedAsWrong() {
        bench.key = FakeKey.withPin("4711");
        bench.typed.add("1234");
        OutcomeRecord outcome = bench.perform(CeremonyBench.with(new PinRule.Keep()));
        bench.assertFailedWith(outcome, DeviceProblem.PIN_INVALID);
        assertEquals(List.of("7"), outcome.problem().orElseThrow().arguments());
    }

    @Test
    void aPinThatADeviceRefusedIsNotSentToItAgain() {
        bench.key = FakeKey.withPin("4711");
        bench.typed.add("1234");
        bench.perform(CeremonyBench.with(new PinRule.Keep()));
        bench.key.powerUp();
        bench.typed.add("1234");
        OutcomeRecord second = bench.perform(CeremonyBench.with(new PinRule.Keep()));
        assertEquals(Optional.of(Problem.of(DeviceProblem.PIN_INVALID, "7")), second.problem());
        assertEquals(7, bench.key.retries());
    }

    @Test
    void whoEntersTheSameWrongPinAgainAndAgainUsesOneTryAndIsNotAskedForEver() {
        bench.key = FakeKey.withPin("4711");
        for (int entry = 0; entry < 20; entry++) {
            bench.typed.add("1234");
        }
        bench.assertFailedWith(bench.perform(CeremonyBench.with(new PinRule.Keep())), DeviceProblem.PIN_INVALID);
        assertEquals(7, bench.key.retries());
        assertEquals(5, bench.questions.size());
    }

    @Test
    void anotherDeviceOfTheModelIsTriedAndSoIsOneWhoseRightPinWasEnteredMeanwhile() {
        bench.key = FakeKey.withPin("4711");
        bench.typed.add("1234");
        bench.perform(CeremonyBench.with(new PinRule.Keep()));
        bench.key = FakeKey.withPin("1234");
        bench.typed.add("1234");
        assertEquals(
                Outcome.PROVISIONED,
                bench.perform(CeremonyBench.with(new PinRule.Keep())).outcome());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void withFewTriesLeftTheOperatorIsAskedOnce(int left) {
        bench.key = FakeKey.withPin("4711");
        bench.key.setRetries(left);
        bench.confirmLastPinAttempt = true;
        bench.typed.addAll(List.of("1234", "4711"));
        bench.assertFailedWith(
                bench.perform(CeremonyBench.with(new PinRule.Keep())),
                left == 1 ? DeviceProblem.PIN_BLOCKED : DeviceProblem.PIN_INVALID);
        assertEquals(1, bench.questions.size());
        assertEquals(OptionalInt.of(left), bench.questions.getFirst().retries());
        assertEquals(left == 1 ? 1 : 0, bench.lastTryQuestions);
    }

    @Test
    void theLastTryIsNotUsedUnlessAPersonSaysSo() {
        bench.key = FakeKey.withPin("4711");
        bench.key.setRetries(1);
        bench.typed.add("4711");
        bench.assertFailedWith(bench.perform(CeremonyBench.with(new PinRule.Keep())), DeviceProblem.PIN_LAST_TRY);
        assertEquals(1, bench.key.retries());
        assertTrue(bench.questions.isEmpty());
        assertFalse(bench.key.did(Act.VERIFY_PIN));
    }

    @Test
    void theRightPinInTheLastTryProvisions() {
        bench.key = FakeKey.withPin("4711");
        bench.key.setRetries(1);
        bench.confirmLastPinAttempt = true;
        bench.typed.add("4711");
        assertEquals(
                Outcome.PROVISIONED,
                bench.perform(CeremonyBench.with(new PinRule.Keep())).outcome());
    }

    @Test
    void aBlockedPinIsRefusedBeforeAnybodyIsAsked() {
        bench.key = FakeKey.withPin("4711");
        bench.key.setRetries(0);
        bench.assertFailedWith(bench.perform(CeremonyBench.with(new PinRule.Keep())), DeviceProblem.PIN_BLOCKED);
        assertTrue(bench.questions.isEmpty());
    }

    @Test
    void noRecipientWithoutAnEnteredPinIsProvisioned() {
        bench.assertFailedUntouched(
                bench.perform(CeremonyBench.with(new PinRule.Entered())), RunProblem.PIN_NOT_ENTERED);
    }

    @Test
    void randomPinsThatTheKeyCallsTooSimpleAreDrawnAgain() {
        bench.key.tooSimple = 4;
        assertEquals(Outcome.PROVISIONED, bench.perform().outcome());
        assertEquals(5, bench.key.acts.stream().filter(Act.SET_PIN::equals).count());
        assertEquals(1, bench.store.pins.list(bench.recipient().request()).size());
    }

    @Test
    void butNotForEver() {
        bench.key.tooSimple = 5;
        bench.assertFailedWith(bench.perform(), DeviceProblem.PIN_POLICY_VIOLATION);
        assertTrue(bench.key.isBlank());
        assertEquals(5, bench.key.acts.stream().filter(Act.SET_PIN::equals).count());
    }

    @Test
    void aTypedPinThatTheKeyCallsTooSimpleIsThePersonsToChange() {
        bench.key.tooSimple = 1;
        bench.typed.add("1479");
        bench.assertFailedWith(
                bench.perform(CeremonyBench.with(new PinRule.Entered())), DeviceProblem.PIN_POLICY_VIOLATION);
        assertEquals(1, bench.key.acts.stream().filter(Act.SET_PIN::equals).count());
    }

    @Test
    void aTypedPinThatTheKeyCallsTooSimpleIsAskedForAgainWithTheReason() {
        bench.key.tooSimple = 1;
        bench.typed.addAll(List.of("1479", "83516"));
        OutcomeRecord outcome = bench.perform(CeremonyBench.with(new PinRule.Entered()));
        assertEquals(Outcome.PROVISIONED, outcome.outcome());
        assertEquals(5, bench.key.pinLength());
        assertEquals(
                Optional.of(Problem.of(DeviceProblem.PIN_POLICY_VIOLATION)),
                bench.questions.getLast().refusal());
        assertEquals(1, bench.store.pins.list(bench.recipient().request()).size());
    }

    @Test
    void whoEntersTrivialPinsOnlyIsNotAskedForEver() {
        for (int entry = 0; entry < 20; entry++) {
            bench.typed.add("123456");
        }
        bench.assertFailedUntouched(
                bench.perform(CeremonyBench.with(new PinRule.Entered())), DeviceProblem.PIN_POLICY_VIOLATION);
        assertEquals(5, bench.questions.size());
    }

    @Test
    void whatTheKeyDemandsOfAPinIsKnownBeforeItIsEntered() {
        PinComplexity policy = new PinComplexity(Optional.of("https://keys.example/pin-rules"));
        bench.key.complexity = Optional.of(policy);
        bench.typed.add("4711");
        bench.perform(CeremonyBench.with(new PinRule.Entered()));
        assertEquals(Optional.of(policy), bench.questions.getFirst().complexity());
    }

    @Test
    void aTypedPinThatIsTooShortNeverReachesTheKey() {
        bench.typed.add("123");
        bench.assertFailedUntouched(
                bench.perform(CeremonyBench.with(new PinRule.Entered())), DeviceProblem.PIN_POLICY_VIOLATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456", "000000", "121212", "19900704", "654321"})
    void aTypedPinThatIsGuessedFirstNeverReachesTheKey(String pin) {
        bench.typed.add(pin);
        bench.assertFailedUntouched(
                bench.perform(CeremonyBench.with(new PinRule.Entered())), DeviceProblem.PIN_POLICY_VIOLATION);
    }

    @Test
    void lettersAreNoPatternOfDigits() {
        bench.typed.add("abcdef");
        assertEquals(
                Outcome.PROVISIONED,
                bench.perform(CeremonyBench.with(new PinRule.Entered())).outcome());
    }

    @Test
    void aKeptRuleOnAKeyWithoutPinAsksForANewOne() {
        bench.typed.add("4711");
        assertEquals(
                Outcome.PROVISIONED,
                bench.perform(CeremonyBench.with(new PinRule.Keep())).outcome());
        assertEquals(PinQuestion.Kind.NEW, bench.questions.getFirst().kind());
    }
}
