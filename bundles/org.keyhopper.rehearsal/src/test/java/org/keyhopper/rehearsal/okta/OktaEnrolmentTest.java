package org.keyhopper.rehearsal.okta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.rehearsal.sandbox.DocumentedRequests;
import org.keyhopper.rehearsal.sandbox.MadeCredential;
import org.keyhopper.rehearsal.sandbox.MadeCredential.Twist;
import org.keyhopper.rehearsal.sandbox.Misbehaviour;
import org.keyhopper.rehearsal.sandbox.Operation;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.Rule;

/** What only Okta does: the org's own host, a fixed token, factors that wait, and pages told in a header. */
class OktaEnrolmentTest {

    private OktaRig rig = new OktaRig(Population.madeUp(3));

    @AfterEach
    void stop() {
        rig.close();
    }

    private Answer<RegisteredPasskey> register(Twist twist) {
        Passkeys passkeys = rig.connect().passkeys();
        EnrolmentOptions options = passkeys.begin(rig.user(0)).result().orElseThrow();
        return passkeys.complete(
                rig.user(0), options, MadeCredential.make(options, twist).credential(), "Card");
    }

    @Test
    void aPasskeyIsForTheOrgsOwnHost() {
        EnrolmentOptions options =
                rig.connect().passkeys().begin(rig.user(0)).result().orElseThrow();
        assertEquals(OktaSandbox.HOST, options.relyingParty().id());
        assertEquals("https://" + OktaSandbox.HOST, options.relyingParty().origin());
        assertInstanceOf(Answer.Done.class, register(Twist.NONE));
    }

    @Test
    void anotherOriginAndASpoiltSignatureAreRefused() {
        assertInstanceOf(Answer.Failed.class, register(Twist.NONE.origin("https://elsewhere.example")));
        assertInstanceOf(Answer.Failed.class, register(Twist.NONE.spoiltSignature()));
        assertEquals(List.of(), rig.sandbox.registered(rig.user(0).id()));
    }

    @Test
    void aTokenThatIsNotGoodIsRefusedAtOnce() {
        rig.secrets.put("apiToken", Secret.of("not it"));
        assertEquals(
                DirectoryProblem.SIGN_IN_REFUSED,
                rig.tryToConnect().failure().orElseThrow().code());
    }

    @ParameterizedTest
    @CsvSource({
        "orgUrl, http://contoso.okta.com",
        "orgUrl, ''",
        "rpId, https://contoso.okta.com",
    })
    void aBadSettingIsNamed(String key, String value) {
        rig.settings.put(key, value);
        assertEquals(key, rig.tryToConnect().failure().orElseThrow().arguments().getFirst());
    }

    @ParameterizedTest
    @CsvSource({
        "AAGUID_BLOCKED, AAGUID_NOT_ALLOWED",
        "ATTESTATION_REFUSED, ATTESTATION_REFUSED",
        "CONFLICT, ALREADY_REGISTERED",
        "FORBIDDEN, NOT_PERMITTED",
        "NOT_FOUND, OPTIONS_EXPIRED",
        "STATUS_ODD, REFUSED",
    })
    void aRefusalIsAFailure(Misbehaviour misbehaviour, DirectoryProblem problem) {
        rig.sandbox.rules().add(Rule.once(Operation.REGISTER, misbehaviour));
        Answer<RegisteredPasskey> answer = register(Twist.NONE);
        assertInstanceOf(Answer.Failed.class, answer);
        assertEquals(problem, answer.failure().orElseThrow().code(), answer::toString);
    }

    @Test
    void nobodyIsLeftWithAWaitingFactorWhenEveryAnswerIsLost() {
        rig.sandbox.rules().add(Rule.always(Operation.OPTIONS, Misbehaviour.ANSWER_LOST));
        assertTrue(rig.connect().passkeys().begin(rig.user(0)).result().isEmpty());
        assertEquals(0, rig.sandbox.pending());
    }

    @Test
    void aGroupOfManyPagesIsReadToItsEnd() {
        stop();
        rig = new OktaRig(Population.madeUp(1234));
        assertEquals(
                1234,
                rig.connect()
                        .people()
                        .membersOf("All staff")
                        .result()
                        .orElseThrow()
                        .size());
    }

    @Test
    void onePersonTakesFourRequests() {
        assertEquals(DocumentedRequests.of("Okta"), rig.requestsPerPerson(rig.sandbox.orgUrl() + "/sandbox"));
    }
}
