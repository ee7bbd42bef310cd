package org.keyhopper.rehearsal.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.rehearsal.sandbox.MadeCredential;
import org.keyhopper.rehearsal.sandbox.Misbehaviour;
import org.keyhopper.rehearsal.sandbox.Operation;
import org.keyhopper.rehearsal.sandbox.Rule;

/** What comes of it when the directory misbehaves while a credential is registered. */
class EntraRegistrationMisbehaviourTest {

    private EntraRig rig;
    private Passkeys passkeys;
    private DirectoryUser person;
    private EnrolmentOptions options;
    private NewCredential credential;

    @BeforeEach
    void start() {
        rig = new EntraRig(SandboxOptions.withPeople(3));
        passkeys = rig.connect().passkeys();
        person = rig.user(0);
        options = passkeys.begin(person).result().orElseThrow();
        credential = MadeCredential.good(options);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private Answer<RegisteredPasskey> register(Rule rule) {
        rig.sandbox.rules().add(rule);
        return passkeys.complete(person, options, credential, "Card 1");
    }

    private int registrationsSent() {
        return rig.sandbox.state().split("\"operation\":\"register\"", -1).length - 1;
    }

    private boolean isListed(CredentialId id) {
        return passkeys.list(person).result().orElseThrow().stream()
                .anyMatch(passkey -> passkey.credentialIds().contains(id));
    }

    @ParameterizedTest
    @CsvSource({
        "AAGUID_BLOCKED, AAGUID_NOT_ALLOWED",
        "ATTESTATION_REFUSED, ATTESTATION_REFUSED",
        "BAD_REQUEST, REFUSED",
        "FORBIDDEN, NOT_PERMITTED",
        "NOT_FOUND, USER_NOT_FOUND",
        "METHOD_NOT_ALLOWED, REFUSED",
        "CONFLICT, ALREADY_REGISTERED",
    })
    void aRefusalIsAFailureAndNotRepeated(Misbehaviour misbehaviour, DirectoryProblem problem) {
        Answer<RegisteredPasskey> answer = register(Rule.once(Operation.REGISTER, misbehaviour));
        assertInstanceOf(Answer.Failed.class, answer);
        assertEquals(problem, answer.failure().orElseThrow().code(), answer::toString);
        assertEquals(1, registrationsSent());
    }

    @ParameterizedTest
    @CsvSource({
        "SERVER_ERROR, SERVER_ERROR, false",
        "UNAVAILABLE, SERVER_ERROR, false",
        "CONNECTION_RESET, NO_ANSWER, false",
        "ANSWER_LOST, NO_ANSWER, true",
        "UNREADABLE_JSON, UNREADABLE_ANSWER, true",
    })
    void doubtIsUnclearNeverRepeatedAndSettledByTheList(
            Misbehaviour misbehaviour, DirectoryProblem problem, boolean registered) {
        Answer<RegisteredPasskey> answer = register(Rule.once(Operation.REGISTER, misbehaviour));
        assertInstanceOf(Answer.Unclear.class, answer);
        assertEquals(problem, answer.failure().orElseThrow().code(), answer::toString);
        assertEquals(1, registrationsSent());
        assertEquals(registered, isListed(credential.id()));
    }

    @Test
    void anAnswerThatTakesTooLongIsUnclear() {
        Answer<RegisteredPasskey> answer =
                register(Rule.once(Operation.REGISTER, Misbehaviour.SLOW).lasting(Duration.ofSeconds(10)));
        assertInstanceOf(Answer.Unclear.class, answer);
        assertEquals(DirectoryProblem.NO_ANSWER, answer.failure().orElseThrow().code());
    }

    @ParameterizedTest
    @EnumSource(
            value = Misbehaviour.class,
            names = {"THROTTLED", "THROTTLED_UNTIL", "TOKEN_EXPIRED"})
    void whatCertainlyDidNothingIsSentAgainAndRegistersOnce(Misbehaviour misbehaviour) {
        assertInstanceOf(Answer.Done.class, register(Rule.once(Operation.REGISTER, misbehaviour)));
        assertEquals(List.of(credential.id()), rig.sandbox.registered(person.id()));
        assertEquals(2, registrationsSent());
    }

    @Test
    void endlessThrottlingFailsWithoutARegistration() {
        Answer<RegisteredPasskey> answer = register(Rule.always(Operation.REGISTER, Misbehaviour.THROTTLED));
        assertInstanceOf(Answer.Failed.class, answer);
        assertEquals(DirectoryProblem.THROTTLED, answer.failure().orElseThrow().code());
        assertEquals(List.of(), rig.sandbox.registered(person.id()));
    }

    @Test
    void aPasskeyThatAppearsLateIsReadBackAfterAWhile() throws InterruptedException {
        Rule late = Rule.once(Operation.REGISTER, Misbehaviour.VISIBLE_LATE).lasting(Duration.ofSeconds(2));
        RegisteredPasskey registered = register(late).result().orElseThrow();
        assertEquals(List.of(), passkeys.list(person).result().orElseThrow());
        Thread.sleep(2100);
        assertInstanceOf(Answer.Done.class, passkeys.readBack(person, registered.id()));
    }

    @Test
    void readingBackLooksAgainUntilThePasskeyAppears() {
        RegisteredPasskey registered = passkeys.complete(person, options, credential, "Card 1")
                .result()
                .orElseThrow();
        rig.sandbox
                .rules()
                .add(Rule.once(Operation.READ, Misbehaviour.NOT_FOUND).times(3));
        assertInstanceOf(Answer.Done.class, passkeys.readBack(person, registered.id()));
        assertEquals(3, rig.waits.size());
    }

    @Test
    void theSameCredentialASecondTimeIsAlreadyRegistered() {
        MadeCredential made = MadeCredential.make(options, MadeCredential.Twist.NONE);
        passkeys.complete(person, options, made.credential(), "Card 1");
        EnrolmentOptions others = passkeys.begin(person).result().orElseThrow();
        Answer<RegisteredPasskey> again =
                passkeys.complete(person, others, made.with(others).credential(), "Card 1");
        assertEquals(
                DirectoryProblem.ALREADY_REGISTERED,
                again.failure().orElseThrow().code());
    }

    @Test
    void aDeletionWhoseAnswerWasLostIsRepeated() {
        RegisteredPasskey registered = passkeys.complete(person, options, credential, "Card 1")
                .result()
                .orElseThrow();
        rig.sandbox.rules().add(Rule.once(Operation.DELETE, Misbehaviour.ANSWER_LOST));
        assertInstanceOf(Answer.Done.class, passkeys.delete(person, registered.id()));
        assertTrue(rig.sandbox.registered(person.id()).isEmpty());
    }
}
