package org.keyhopper.core.internal.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.directory.Eligibility;
import org.keyhopper.api.network.NetworkProblem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.central.CentralConnectionProblem;
import org.keyhopper.core.central.ClaimedRecipient;
import org.keyhopper.core.request.ClaimLostException;
import org.keyhopper.core.run.RunProblem;

class CentralPasskeysTest extends ClaimFixture {

    @Test
    void enforcedAttestationIsKnownForTheNextRecipientToo() {
        central.eligibility = new Eligibility(List.of(), true);
        LastDeviceModel last = new LastDeviceModel();
        for (int person = 0; person < 2; person++) {
            ClaimedRecipient claimed = central.claim(RECIPIENT.request(), "key", "", last.report())
                    .result()
                    .flatMap(it -> it)
                    .orElseThrow();
            CentralPasskeys next = CentralPasskeys.claimed(central, claimed, "key", Clock.systemUTC(), last);
            assertTrue(next.eligibility(USER, info()).result().orElseThrow().attestationEnforced());
        }
        assertEquals(List.of("claim", "claim", "claim", "claim"), central.calls());
    }

    @Test
    void proofIsSubmittedAsTheReadBack() {
        registered();
        assertInstanceOf(Answer.Done.class, passkeys.readBack(USER, "handle"));
        assertEquals(Outcome.PROVISIONED, central.outcome);
        passkeys.giveBack();
        assertEquals(List.of("claim", "begin", "register", "prove"), central.calls());
    }

    @Test
    void proofWithoutAnswerStaysUnclearAndReleasesNothing() {
        registered();
        central.reachable = false;
        assertInstanceOf(Answer.Unclear.class, passkeys.readBack(USER, "handle"));
        assertInstanceOf(Answer.Unclear.class, passkeys.delete(USER, "handle"));
        central.reachable = true;
        assertEquals(Outcome.UNCLEAR, passkeys.end(Outcome.UNCLEAR, NO_ANSWER, false));
        passkeys.giveBack();
        assertEquals(Optional.empty(), central.released);
    }

    /** What is answered for who calls, or by what stands before Central. */
    static Stream<ProblemCode> otherRefusals() {
        return Stream.of(
                CentralConnectionProblem.SIGN_IN_ENDED,
                CentralConnectionProblem.KEY_DIFFERS,
                CentralConnectionProblem.BAD_ANSWER,
                NetworkProblem.CERTIFICATE_NOT_TRUSTED,
                new FakeCentral.Code("central.not-permitted"),
                new FakeCentral.Code("central.too-many-calls"),
                new FakeCentral.Code("404"));
    }

    @ParameterizedTest
    @MethodSource("otherRefusals")
    void proofWhoseAnswerWasLostStaysOpenWhateverElseIsRefused(ProblemCode code) {
        registered();
        central.answersLost = 1;
        central.refusal = Optional.of(Problem.of(code));
        assertInstanceOf(Answer.Unclear.class, passkeys.readBack(USER, "handle"));
        assertInstanceOf(Answer.Unclear.class, passkeys.delete(USER, "handle"));
        assertEquals(Outcome.UNCLEAR, passkeys.end(Outcome.UNCLEAR, NO_ANSWER, false));
        assertEquals(Outcome.PROVISIONED, central.outcome);
        assertEquals(Optional.empty(), central.released);
    }

    @ParameterizedTest
    @MethodSource("otherRefusals")
    void registrationWhoseAnswerWasLostStaysOpenWhateverElseIsRefused(ProblemCode code) {
        passkeys.begin(USER);
        central.answersLost = 1;
        central.refusal = Optional.of(Problem.of(code));
        assertInstanceOf(Answer.Unclear.class, passkeys.complete(USER, options, MADE, "Key"));
        assertInstanceOf(Answer.Unclear.class, passkeys.list(USER));
    }

    @ParameterizedTest
    @MethodSource("otherRefusals")
    void reconcilingTakesNoOtherRefusalForAbsence(ProblemCode code) {
        registered();
        central.refusal = Optional.of(Problem.of(code));
        CentralPasskeys restored = passkeys.under(7, Optional.of(CLIENT_DATA), false);
        restored.restore(MADE, "Key", "handle", Optional.of(PROOF));
        assertInstanceOf(Answer.Unclear.class, restored.list(USER));
    }

    @Test
    void refusalOfTheProofItselfCountsAlsoAfterALostAnswer() {
        registered();
        central.answersLost = 1;
        central.refusal = Optional.of(Problem.of(DeviceProblem.ASSERTION_INVALID));
        assertInstanceOf(Answer.Failed.class, passkeys.readBack(USER, "handle"));
        assertInstanceOf(Answer.Done.class, passkeys.delete(USER, "handle"));
    }

    @Test
    void refusalOfTheFirstAttemptChangedNothing() {
        registered();
        central.refusal = Optional.of(Problem.of(CentralConnectionProblem.SIGN_IN_ENDED));
        assertInstanceOf(Answer.Failed.class, passkeys.readBack(USER, "handle"));
    }

    @Test
    void proofIsRepeatedUntilTheOptionsExpire() {
        registered();
        central.reachable = false;
        passkeys.readBack(USER, "handle");
        long attempts = central.calls().stream().filter("prove"::equals).count();
        assertEquals(true, attempts > 2, "attempts: " + attempts);
    }

    @Test
    void storedEvidenceIsDeliveredLater() {
        passkeys.begin(USER);
        central.reachable = false;
        assertInstanceOf(Answer.Unclear.class, passkeys.complete(USER, options, MADE, "Key"));
        central.reachable = true;
        CentralPasskeys restored = passkeys.under(7, Optional.of(CLIENT_DATA), false);
        restored.restore(MADE, "Key", "", Optional.of(PROOF));
        assertEquals(
                "handle", restored.list(USER).result().orElseThrow().getFirst().id());
        assertInstanceOf(Answer.Done.class, restored.readBack(USER, "handle"));
        assertEquals(Outcome.PROVISIONED, central.outcome);
    }

    @Test
    void failureReleasesTheClaimOnceTheDeviceIsClean() {
        registered();
        Problem reason = Problem.of(RunProblem.STOPPED);
        assertEquals(Outcome.FAILED, passkeys.end(Outcome.FAILED, reason, true));
        assertEquals(true, central.released.orElseThrow().deviceClean());
        assertEquals(reason.code().id(), central.released.orElseThrow().reason());
    }

    @Test
    void claimIsKeptWhileSomethingIsLeftOnTheDevice() {
        registered();
        assertEquals(Outcome.UNCLEAR, passkeys.end(Outcome.UNCLEAR, Problem.of(RunProblem.STOPPED), false));
        passkeys.giveBack();
        assertEquals(Optional.empty(), central.released);
    }

    @Test
    void outageBeforeACredentialWasMadeIsNoAttempt() {
        central.reachable = false;
        assertInstanceOf(Answer.Unclear.class, passkeys.begin(USER));
        central.reachable = true;
        passkeys.end(Outcome.FAILED, NO_ANSWER, true);
        assertEquals("", central.released.orElseThrow().reason());
    }

    @Test
    void lostClaimEndsTheWork() {
        registered();
        central.claimLost = true;
        assertThrows(ClaimLostException.class, () -> passkeys.readBack(USER, "handle"));
        passkeys.giveBack();
        assertEquals(false, central.calls().contains("release"));
    }

    @Test
    void untriedClaimIsGivenBackOnce() {
        passkeys.giveBack();
        passkeys.giveBack();
        assertEquals(List.of("claim", "release"), central.calls());
    }
}
