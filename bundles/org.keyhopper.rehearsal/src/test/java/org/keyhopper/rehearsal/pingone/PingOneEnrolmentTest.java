package org.keyhopper.rehearsal.pingone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.rehearsal.sandbox.DocumentedRequests;
import org.keyhopper.rehearsal.sandbox.MadeCredential;
import org.keyhopper.rehearsal.sandbox.MadeCredential.Twist;
import org.keyhopper.rehearsal.sandbox.Misbehaviour;
import org.keyhopper.rehearsal.sandbox.Operation;
import org.keyhopper.rehearsal.sandbox.Rule;

/** Devices that wait, MFA, policies, and what only PingOne does. */
class PingOneEnrolmentTest {

    private PingOneDesk desk;
    private Passkeys passkeys;
    private DirectoryUser person;

    @BeforeEach
    void start() {
        desk = new PingOneDesk(PingOneSandboxOptions.withPeople(3));
        passkeys = desk.connect().passkeys();
        person = desk.user(0);
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    private EnrolmentOptions begin() {
        Answer<EnrolmentOptions> answer = passkeys.begin(person);
        return answer.result().orElseThrow(() -> new AssertionError(answer.toString()));
    }

    private Answer<RegisteredPasskey> register(EnrolmentOptions options) {
        return passkeys.complete(person, options, MadeCredential.good(options), "Card 1");
    }

    private List<Problem> obstacles() {
        return passkeys.eligibility(person, PingOneDesk.device())
                .result()
                .orElseThrow()
                .obstacles();
    }

    private void misbehave(Operation operation, Misbehaviour misbehaviour) {
        desk.sandbox.rules().add(Rule.once(operation, misbehaviour));
    }

    @ParameterizedTest
    @EnumSource(
            value = Misbehaviour.class,
            names = {"OPTIONS_WRAPPED", "OPTIONS_AS_TEXT"})
    void optionsInOtherFormsAreUnderstood(Misbehaviour form) {
        misbehave(Operation.OPTIONS, form);
        assertInstanceOf(Answer.Done.class, register(begin()));
    }

    @Test
    void aDeviceWhoseCreationNobodySawEndIsRemovedBeforeAnotherIsCreated() {
        misbehave(Operation.OPTIONS, Misbehaviour.ANSWER_LOST);
        begin();
        assertEquals(1, desk.sandbox.pending());
    }

    @Test
    void nobodyIsLeftWithAWaitingDeviceWhenEveryAnswerIsLost() {
        desk.sandbox.rules().add(Rule.always(Operation.OPTIONS, Misbehaviour.ANSWER_LOST));
        assertInstanceOf(Answer.Failed.class, passkeys.begin(person));
        assertEquals(0, desk.sandbox.pending());
    }

    @Test
    void anActivationThatEndsInAnotherStateFailed() {
        misbehave(Operation.REGISTER, Misbehaviour.STATUS_ODD);
        Answer<RegisteredPasskey> answer = register(begin());
        assertInstanceOf(Answer.Failed.class, answer);
        assertTrue(answer.failure().orElseThrow().detail().contains("ACTIVATION_REQUIRED"), answer::toString);
    }

    @Test
    void aRefusedOriginIsNamed() {
        EnrolmentOptions options = begin();
        Answer<RegisteredPasskey> answer = passkeys.complete(
                person,
                options,
                MadeCredential.make(options, Twist.NONE.origin("https://elsewhere.example"))
                        .credential(),
                "Card 1");
        assertEquals(
                Problem.of(DirectoryProblem.ORIGIN_REFUSED, "https://pingone.eu")
                        .arguments(),
                answer.failure().orElseThrow().arguments());
    }

    @ParameterizedTest
    @CsvSource({
        "TOO_MANY, TOO_MANY_PASSKEYS",
        "METHOD_DISABLED, METHOD_DISABLED",
        "FORBIDDEN, NOT_PERMITTED",
        "NOT_FOUND, USER_NOT_FOUND",
    })
    void aRefusalToCreateIsTold(Misbehaviour misbehaviour, DirectoryProblem problem) {
        misbehave(Operation.OPTIONS, misbehaviour);
        Answer<EnrolmentOptions> answer = passkeys.begin(person);
        assertEquals(problem, answer.failure().orElseThrow().code());
        assertEquals(0, desk.sandbox.pending());
    }

    @Test
    void aDeviceThatIsGoneHasExpired() {
        EnrolmentOptions options = begin();
        passkeys.abandon(person, options.enrolmentId());
        assertEquals(
                DirectoryProblem.OPTIONS_EXPIRED,
                register(options).failure().orElseThrow().code());
    }

    @Test
    void aNameThatIsRefusedChangesNothingElse() {
        misbehave(Operation.RENAME, Misbehaviour.FORBIDDEN);
        RegisteredPasskey passkey = register(begin()).result().orElseThrow();
        assertEquals(
                List.of(passkey.id()),
                passkeys.list(person).result().orElseThrow().stream()
                        .map(RegisteredPasskey::id)
                        .toList());
    }

    @Test
    void aWaitingDeviceIsNoPasskey() {
        EnrolmentOptions options = begin();
        assertEquals(List.of(), passkeys.list(person).result().orElseThrow());
        assertEquals(
                DirectoryProblem.NOT_READ_BACK,
                passkeys.readBack(person, options.enrolmentId())
                        .failure()
                        .orElseThrow()
                        .code());
    }

    @Test
    void withoutLeaveMfaStaysOffAndStandsInTheWay() {
        desk.sandbox.switchMfaOff(person.id());
        assertEquals(DirectoryProblem.MFA_DISABLED, obstacles().getFirst().code());
        assertEquals(
                DirectoryProblem.MFA_DISABLED,
                passkeys.begin(person).failure().orElseThrow().code());
        assertEquals(1, desk.questions.size(), "asked once for all");
        assertEquals(false, desk.sandbox.hasMfa(person.id()));
    }

    @Test
    void withLeaveMfaIsSwitchedOnWhenItIsNeeded() {
        desk.sandbox.switchMfaOff(person.id());
        desk.allowsMending = true;
        assertEquals(List.of(), obstacles());
        assertEquals(false, desk.sandbox.hasMfa(person.id()), "switched on by looking");
        assertInstanceOf(Answer.Done.class, register(begin()));
        assertEquals(true, desk.sandbox.hasMfa(person.id()));
    }

    @Test
    void leaveGivenInTheSettingsIsNotAskedFor() {
        desk.settings.put("mfa", "enable");
        passkeys = desk.connect().passkeys();
        desk.sandbox.switchMfaOff(person.id());
        assertInstanceOf(Answer.Done.class, register(begin()));
        assertEquals(List.of(), desk.questions);
    }

    @Test
    void aModelOutsideThePolicyStandsInTheWay() {
        desk.sandbox.allowOnly(List.of("11111111-2222-4333-8444-555555555555"));
        assertEquals(DirectoryProblem.AAGUID_NOT_ALLOWED, obstacles().getFirst().code());
        Answer<RegisteredPasskey> answer = register(begin());
        assertEquals(
                DirectoryProblem.AAGUID_NOT_ALLOWED,
                answer.failure().orElseThrow().code());
    }

    @Test
    void aModelOfThePolicyDoesNot() {
        desk.sandbox.allowOnly(List.of(MadeCredential.MODEL.toString()));
        assertEquals(List.of(), obstacles());
        assertInstanceOf(Answer.Done.class, register(begin()));
    }

    @ParameterizedTest
    @CsvSource({"enabled, false", "authenticatorAttachment, PLATFORM"})
    void aPolicyWithoutKeysStandsInTheWay(String member, String value) {
        JsonObject policy = desk.sandbox.policy();
        policy.add(member, value.equals("false") ? new JsonPrimitive(false) : new JsonPrimitive(value));
        desk.sandbox.policy(policy);
        assertEquals(DirectoryProblem.METHOD_DISABLED, obstacles().getFirst().code());
    }

    @Test
    void aGroupOfManyPagesIsReadToItsEnd() {
        stop();
        desk = new PingOneDesk(PingOneSandboxOptions.withPeople(1234));
        assertEquals(
                1234,
                desk.connect()
                        .people()
                        .membersOf("All staff")
                        .result()
                        .orElseThrow()
                        .size());
    }

    @Test
    void aNameThatFitsTwoPeopleIsAmbiguous() {
        desk.sandbox.put(desk.sandbox.users().get(1).withMail(person.userName()));
        assertEquals(
                DirectoryProblem.USER_AMBIGUOUS,
                desk.connect()
                        .people()
                        .find(person.userName())
                        .failure()
                        .orElseThrow()
                        .code());
    }

    @Test
    void onePersonTakesSixRequests() {
        assertEquals(DocumentedRequests.of("PingOne"), desk.requestsPerPerson(desk.sandbox.adminUrl()));
    }
}
