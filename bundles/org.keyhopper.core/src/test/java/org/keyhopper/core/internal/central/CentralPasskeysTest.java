package org.keyhopper.core.internal.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Eligibility;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.central.BegunEnrolment;
import org.keyhopper.core.central.CentralConnectionProblem;
import org.keyhopper.core.central.ClaimedRecipient;
import org.keyhopper.core.request.ClaimLostException;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.fido.Assertion;

class CentralPasskeysTest {

    private static final RecipientId RECIPIENT = new RecipientId(new RequestId("R7K3M"), 1);
    private static final byte[] CLIENT_DATA = "{}".getBytes(StandardCharsets.UTF_8);
    private static final DirectoryUser USER =
            new DirectoryUser("1", "anna", "Anna", "", DirectoryUser.AccountState.ENABLED);
    private static final NewCredential MADE =
            new NewCredential(CredentialId.of(new byte[] {1, 2, 3}), new byte[] {4}, new byte[] {5}, List.of());
    private static final Assertion PROOF = new Assertion(new byte[] {6}, new byte[] {7});
    private static final Problem NO_ANSWER = Problem.of(CentralConnectionProblem.NO_ANSWER, "central");

    /** Options live for as long as a few pauses. */
    private final EnrolmentOptions options = new EnrolmentOptions(
            "",
            new EnrolmentOptions.RelyingParty("contoso.example", "Contoso", "https://contoso.example"),
            new EnrolmentOptions.Account(new byte[] {9}, "anna", "Anna"),
            "challenge",
            List.of(-7),
            List.of(),
            EnrolmentOptions.Extensions.NONE,
            EnrolmentOptions.Attestation.DIRECT,
            Instant.now().plusMillis(200));

    private final FakeCentral central = new FakeCentral(new BegunEnrolment(options, CLIENT_DATA, false));
    private final CentralPasskeys passkeys =
            new CentralPasskeys(central, RECIPIENT, 7, "key", Clock.systemUTC(), Duration.ofMillis(10));

    private static AuthenticatorInfo info() {
        return new AuthenticatorInfo(
                Set.of("FIDO_2_1"),
                Set.of(),
                new UUID(1, 2),
                Map.of("rk", true),
                List.of(),
                List.of(-7),
                new AuthenticatorInfo.Limits(1024, 1, OptionalInt.empty(), OptionalInt.empty(), 0),
                new AuthenticatorInfo.PinRules(List.of(), 4, 63, false),
                new AuthenticatorInfo.ResetRules(false, List.of()),
                OptionalInt.empty());
    }

    @BeforeEach
    void checkDevice() {
        assertEquals(
                Eligibility.of(List.of()),
                passkeys.eligibility(USER, info()).result().orElseThrow());
    }

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

    private void registered() {
        passkeys.begin(USER);
        assertInstanceOf(Answer.Done.class, passkeys.complete(USER, options, MADE, "Key"));
        passkeys.signed(PROOF);
    }

    @Test
    void proofIsSubmittedAsTheReadBack() {
        registered();
        assertInstanceOf(Answer.Done.class, passkeys.readBack(USER, "handle"));
        assertEquals(Outcome.PROVISIONED, central.outcome);
        passkeys.giveBack();
        assertEquals(List.of("claim", "begin", "register", "prove"), central.calls());
    }

    private static Secret pin() {
        return Secret.of("493817");
    }

    @Test
    void pinTravelsWithTheCallsThatBeginAndRegister() {
        central.escrow = true;
        assertEquals(Optional.of(true), passkeys.keepPin(pin()).result());
        assertEquals(Optional.of("493817"), central.keptPin);
        assertEquals(false, central.confirmed);
        passkeys.pin().accepted();
        registered();
        assertEquals(true, central.confirmed);
        assertInstanceOf(Answer.Done.class, passkeys.readBack(USER, "handle"));
        assertEquals(true, passkeys.pin().isConfirmed());
        assertEquals(List.of("claim", "begin", "register", "prove"), central.calls());
    }

    @Test
    void pinThatTheDeviceHasNotAcceptedIsNotConfirmed() {
        central.escrow = true;
        passkeys.keepPin(pin());
        registered();
        assertEquals(false, central.confirmed);
    }

    @Test
    void pinThatMayStayOnTheDeviceIsConfirmedAfterAFailure() throws InterruptedException {
        central.escrow = true;
        passkeys.keepPin(pin());
        passkeys.pin().accepted();
        passkeys.end(Outcome.UNCLEAR, Problem.of(RunProblem.STOPPED), false);
        Deadline limit = Deadline.inSeconds(20);
        while (!central.confirmed && !limit.hasPassed()) {
            Thread.sleep(5);
        }
        assertEquals(true, central.confirmed);
    }

    @Test
    void pinOfACleanedDeviceIsNotConfirmed() {
        central.escrow = true;
        passkeys.keepPin(pin());
        passkeys.pin().accepted();
        passkeys.end(Outcome.FAILED, Problem.of(RunProblem.STOPPED), true);
        assertEquals(List.of("claim", "begin", "release"), central.calls());
    }

    @Test
    void anotherPinAfterARefusalIsKeptByItself() {
        central.escrow = true;
        passkeys.keepPin(pin());
        assertEquals(Optional.of(true), passkeys.keepPin(Secret.of("550271")).result());
        assertEquals(Optional.of("550271"), central.keptPin);
        assertEquals(List.of("claim", "begin", "keepPin"), central.calls());
    }

    @Test
    void anOlderCentralIsSentThePinByItself() {
        central.escrow = true;
        central.old = true;
        assertEquals(Optional.of(true), passkeys.keepPin(pin()).result());
        assertEquals(Optional.of("493817"), central.keptPin);
        passkeys.pin().accepted();
        registered();
        assertInstanceOf(Answer.Done.class, passkeys.readBack(USER, "handle"));
        assertEquals(true, passkeys.pin().isConfirmed());
        assertEquals(List.of("claim", "begin", "keepPin", "register", "confirmPin", "prove"), central.calls());
    }

    @Test
    void noPinIsGivenWhereItsPlaceIsNotKnown() {
        central.escrow = true;
        central.reachable = false;
        assertInstanceOf(Answer.Unclear.class, passkeys.keepPin(pin()));
        central.reachable = true;
        assertEquals(Outcome.FAILED, passkeys.end(Outcome.FAILED, NO_ANSWER, true));
        assertEquals("", central.released.orElseThrow().reason());
    }

    @Test
    void lostConfirmationIsRepeatedBeforeTheProof() {
        central.escrow = true;
        central.old = true;
        passkeys.keepPin(pin());
        passkeys.pin().accepted();
        central.reachable = false;
        assertInstanceOf(Answer.Unclear.class, passkeys.pin().settle());
        central.reachable = true;
        registered();
        assertInstanceOf(Answer.Done.class, passkeys.readBack(USER, "handle"));
        assertEquals(true, central.confirmed);
    }

    @Test
    void withoutEscrowThePinStaysAtTheStation() {
        assertEquals(Optional.of(false), passkeys.keepPin(pin()).result());
        assertEquals(Optional.empty(), central.keptPin);
        passkeys.pin().accepted();
        registered();
        assertInstanceOf(Answer.Done.class, passkeys.readBack(USER, "handle"));
        assertEquals(false, central.calls().contains("confirmPin"));
    }

    @Test
    void reconcilingConfirmsThePinThatMayHaveBeenKept() {
        central.escrow = true;
        passkeys.keepPin(pin());
        registered();
        CentralPasskeys restored = passkeys.under(7, Optional.of(CLIENT_DATA));
        restored.restore(MADE, "Key", "handle", Optional.of(PROOF));
        assertInstanceOf(Answer.Done.class, restored.readBack(USER, "handle"));
        assertEquals(true, restored.pin().isConfirmed());
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
        CentralPasskeys restored = passkeys.under(7, Optional.of(CLIENT_DATA));
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
