package org.keyhopper.rehearsal.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.rehearsal.sandbox.Desk;
import org.keyhopper.rehearsal.sandbox.MadeCredential;
import org.keyhopper.rehearsal.sandbox.Misbehaviour;
import org.keyhopper.rehearsal.sandbox.Operation;
import org.keyhopper.rehearsal.sandbox.Rule;

/** What comes of it when the directory misbehaves while options are fetched. */
class EntraOptionsMisbehaviourTest {

    private EntraDesk desk;
    private Passkeys passkeys;

    @BeforeEach
    void start() {
        desk = new EntraDesk(SandboxOptions.withPeople(3));
        passkeys = desk.connect().passkeys();
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({
        "FORBIDDEN, NOT_PERMITTED",
        "NOT_FOUND, USER_NOT_FOUND",
        "METHOD_NOT_ALLOWED, REFUSED",
        "BAD_REQUEST, REFUSED",
        "TOKEN_EXPIRED, SESSION_EXPIRED",
        "THROTTLED, THROTTLED",
        "SERVER_ERROR, SERVER_ERROR",
        "UNAVAILABLE, SERVER_ERROR",
        "ANSWER_LOST, NO_ANSWER",
        "CONNECTION_RESET, NO_ANSWER",
        "UNREADABLE_JSON, UNREADABLE_ANSWER",
        "OPTIONS_EXPIRED, OPTIONS_EXPIRED",
    })
    void lastingMisbehaviourIsAFailureOfItsOwnKind(Misbehaviour misbehaviour, DirectoryProblem problem) {
        desk.sandbox.rules().add(Rule.always(Operation.OPTIONS, misbehaviour));
        Answer<EnrolmentOptions> answer = passkeys.begin(desk.user(0));
        assertInstanceOf(Answer.Failed.class, answer);
        assertEquals(problem, answer.failure().orElseThrow().code(), answer::toString);
    }

    @ParameterizedTest
    @EnumSource(
            value = Misbehaviour.class,
            names = {
                "TOKEN_EXPIRED",
                "THROTTLED",
                "THROTTLED_UNTIL",
                "SERVER_ERROR",
                "UNAVAILABLE",
                "ANSWER_LOST",
                "CONNECTION_RESET",
                "OPTIONS_WRAPPED",
                "IDS_STANDARD",
                "IDS_URL",
                "IDS_COUNTED"
            })
    void passingMisbehaviourIsSurvived(Misbehaviour misbehaviour) {
        desk.sandbox.rules().add(Rule.once(Operation.OPTIONS, misbehaviour).lasting(Duration.ofSeconds(2)));
        assertInstanceOf(Answer.Done.class, passkeys.begin(desk.user(0)));
    }

    @Test
    void aPersonCreatedAMomentAgoIsWaitedFor() {
        desk.sandbox
                .rules()
                .add(Rule.once(Operation.OPTIONS, Misbehaviour.NOT_FOUND).times(3));
        assertInstanceOf(Answer.Done.class, passkeys.begin(desk.user(0)));
        assertEquals(3, desk.waits.size());
    }

    @Test
    void anAnswerThatTakesTooLongIsAFailure() {
        desk.sandbox
                .rules()
                .add(Rule.always(Operation.OPTIONS, Misbehaviour.SLOW).lasting(Duration.ofSeconds(10)));
        assertEquals(
                DirectoryProblem.NO_ANSWER,
                passkeys.begin(desk.user(0)).failure().orElseThrow().code());
    }

    @Test
    void theOperatorIsToldOfTheWaitThatTheDirectoryAskedFor() {
        desk.sandbox
                .rules()
                .add(Rule.once(Operation.OPTIONS, Misbehaviour.THROTTLED).lasting(Duration.ofSeconds(7)));
        passkeys.begin(desk.user(0));
        assertEquals(1, desk.waits.size());
        assertTrue(desk.waits.getFirst().is(DirectoryProblem.THROTTLED));
        assertTrue(desk.times.getFirst().compareTo(Duration.ofSeconds(7)) >= 0, desk.times::toString);
    }

    @Test
    void aWaitLongerThanOurPatienceIsNotBegun() {
        desk.sandbox
                .rules()
                .add(Rule.once(Operation.OPTIONS, Misbehaviour.THROTTLED).lasting(Duration.ofHours(1)));
        Answer<EnrolmentOptions> answer = passkeys.begin(desk.user(0));
        assertEquals(DirectoryProblem.THROTTLED, answer.failure().orElseThrow().code());
        assertEquals(List.of(), desk.waits);
    }

    @Test
    void theOperatorCanGiveUpWaiting() {
        desk.sandbox.rules().add(Rule.always(Operation.OPTIONS, Misbehaviour.THROTTLED));
        desk.cancelled = true;
        Answer<EnrolmentOptions> answer = passkeys.begin(desk.user(0));
        assertEquals(DirectoryProblem.THROTTLED, answer.failure().orElseThrow().code());
    }

    @Test
    void refusalsCarryTheWordsAndRequestIdOfTheServer() {
        desk.sandbox.rules().add(Rule.always(Operation.OPTIONS, Misbehaviour.FORBIDDEN));
        String detail = passkeys.begin(desk.user(0)).failure().orElseThrow().detail();
        assertTrue(detail.contains("Authorization_RequestDenied"), detail);
        assertTrue(detail.contains("Insufficient privileges"), detail);
        assertTrue(detail.matches(".*request-id [0-9a-f-]{36}.*"), detail);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 48, 64})
    void excludedCredentialsAreReadInEveryForm(int idLength) {
        EnrolmentOptions options = passkeys.begin(desk.user(0)).result().orElseThrow();
        NewCredential credential = MadeCredential.make(options, MadeCredential.Twist.NONE.idLength(idLength))
                .credential();
        assertInstanceOf(Answer.Done.class, passkeys.complete(desk.user(0), options, credential, "x"));
        for (Misbehaviour form : List.of(Misbehaviour.IDS_STANDARD, Misbehaviour.IDS_URL, Misbehaviour.IDS_COUNTED)) {
            desk.sandbox.rules().clear();
            desk.sandbox.rules().add(Rule.once(Operation.OPTIONS, form));
            List<CredentialId> excluded =
                    passkeys.begin(desk.user(0)).result().orElseThrow().exclude();
            assertTrue(excluded.contains(credential.id()), () -> form + " " + excluded);
        }
    }

    @Test
    void misbehaviourTowardsOnePersonLeavesOthersAlone() {
        desk.sandbox
                .rules()
                .add(Rule.always(Operation.OPTIONS, Misbehaviour.FORBIDDEN)
                        .forUser(desk.user(1).userName()));
        assertInstanceOf(Answer.Failed.class, passkeys.begin(desk.user(1)));
        assertInstanceOf(Answer.Done.class, passkeys.begin(desk.user(2)));
    }

    @Test
    void aDisabledPersonIsSeenBeforeAnythingIsDone() {
        desk.sandbox.rules().add(Rule.once(Operation.FIND_USER, Misbehaviour.USER_DISABLED));
        var person =
                desk.connect().people().find(desk.user(0).userName()).result().orElseThrow();
        var obstacles = passkeys.eligibility(person, Desk.device())
                .result()
                .orElseThrow()
                .obstacles();
        assertTrue(obstacles.stream().anyMatch(one -> one.is(DirectoryProblem.USER_DISABLED)), obstacles::toString);
    }

    @Test
    void theChallengeIsLongAndPassedOnUntouched() {
        EnrolmentOptions options = passkeys.begin(desk.user(0)).result().orElseThrow();
        assertTrue(
                options.challenge().length() > 5000,
                () -> "length " + options.challenge().length());
        assertEquals("login.microsoft.com", options.relyingParty().id());
        assertEquals("https://login.microsoft.com", options.relyingParty().origin());
        assertTrue(options.extensions().hmacSecret());
        assertEquals(1, options.extensions().credProtect().orElseThrow());
        assertFalse(options.algorithms().isEmpty());
    }
}
