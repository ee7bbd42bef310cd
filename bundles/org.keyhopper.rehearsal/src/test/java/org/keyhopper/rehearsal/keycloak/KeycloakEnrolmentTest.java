package org.keyhopper.rehearsal.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.EnrolmentOptions.Attestation;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.rehearsal.sandbox.Desk;
import org.keyhopper.rehearsal.sandbox.DocumentedRequests;
import org.keyhopper.rehearsal.sandbox.MadeCredential;
import org.keyhopper.rehearsal.sandbox.MadeCredential.Twist;
import org.keyhopper.rehearsal.sandbox.Misbehaviour;
import org.keyhopper.rehearsal.sandbox.Operation;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.Rule;

/** What only Keycloak does: it verifies nothing, so policy, duplicates and the rest of the account are the connector's to check. */
class KeycloakEnrolmentTest {

    private static final String NAME = "Card 0815";

    private final KeycloakDesk desk = new KeycloakDesk(Population.madeUp(3));

    @AfterEach
    void stop() {
        desk.close();
    }

    private static EnrolmentOptions begun(Directory directory, DirectoryUser user) {
        Answer<EnrolmentOptions> answer = directory.passkeys().begin(user);
        return answer.result().orElseThrow(() -> new AssertionError(answer.toString()));
    }

    private Answer<RegisteredPasskey> register(Directory directory, EnrolmentOptions options) {
        return directory.passkeys().complete(desk.user(0), options, MadeCredential.good(options), NAME);
    }

    private static void assertFailed(DirectoryProblem code, Answer<?> answer) {
        assertFailed(code.id(), answer);
    }

    private static void assertFailed(String code, Answer<?> answer) {
        assertInstanceOf(Answer.Failed.class, answer);
        assertEquals(code, answer.failure().orElseThrow().code().id(), answer::toString);
    }

    private void assertNothingRegistered() {
        assertEquals(List.of(), desk.sandbox.registered(desk.user(0).id()));
    }

    @Test
    void theUserHandleIsTheIdAsText() {
        EnrolmentOptions options = begun(desk.connect(), desk.user(0));
        assertEquals(desk.user(0).id(), new String(options.account().handle(), StandardCharsets.UTF_8));
    }

    @Test
    void withoutARelyingPartyIdInThePolicyItIsTheHostThatUsersSignInAt() {
        EnrolmentOptions options = begun(desk.connect(), desk.user(0));
        assertEquals(KeycloakSandbox.HOST, options.relyingParty().id());
        assertEquals("https://" + KeycloakSandbox.HOST, options.relyingParty().origin());
    }

    @Test
    void optionsFollowThePolicy() {
        desk.sandbox.policy("""
            {"webAuthnPolicyPasswordlessRpId": "contoso.example",
             "webAuthnPolicyPasswordlessRpEntityName": "Contoso",
             "webAuthnPolicyPasswordlessSignatureAlgorithms": ["ES512", "Ed25519", "unheard of"],
             "webAuthnPolicyPasswordlessAttestationConveyancePreference": "indirect"}\
            """);
        EnrolmentOptions options = begun(desk.connect(), desk.user(0));
        assertEquals("contoso.example", options.relyingParty().id());
        assertEquals("Contoso", options.relyingParty().name());
        assertEquals("https://" + KeycloakSandbox.HOST, options.relyingParty().origin());
        assertEquals(List.of(-36, -8), options.algorithms());
        assertEquals(Attestation.INDIRECT, options.attestation());
    }

    @Test
    void anExtraOriginIsUsedWhereTheRealmsOwnDoesNotBelongToTheRelyingParty() {
        desk.sandbox.policy("""
            {"webAuthnPolicyPasswordlessRpId": "fabrikam.example",
             "webAuthnPolicyPasswordlessExtraOrigins": ["android:apk-key-hash:x", "https://login.fabrikam.example"]}\
            """);
        assertEquals(
                "https://login.fabrikam.example",
                begun(desk.connect(), desk.user(0)).relyingParty().origin());
    }

    @Test
    void aRelyingPartyThatNoOriginBelongsToIsAnObstacle() {
        desk.sandbox.policy("{\"webAuthnPolicyPasswordlessRpId\": \"fabrikam.example\"}");
        assertEquals(List.of(DirectoryProblem.ORIGIN_REFUSED), obstacles(desk.connect()));
        assertFailed(DirectoryProblem.ORIGIN_REFUSED, desk.connect().passkeys().begin(desk.user(0)));
    }

    private List<?> obstacles(Directory directory) {
        return directory.passkeys().eligibility(desk.user(0), Desk.device()).result().orElseThrow().obstacles().stream()
                .map(Problem::code)
                .toList();
    }

    @Test
    void aModelOutsideThePolicyIsAnObstacle() {
        desk.sandbox.policy(accepting("11111111-1111-4111-8111-111111111111"));
        assertEquals(List.of(DirectoryProblem.AAGUID_NOT_ALLOWED), obstacles(desk.connect()));
    }

    @Test
    void aPolicyForPlatformAuthenticatorsIsAnObstacle() {
        desk.sandbox.policy("{\"webAuthnPolicyPasswordlessAuthenticatorAttachment\": \"platform\"}");
        assertEquals(List.of(DirectoryProblem.METHOD_DISABLED), obstacles(desk.connect()));
    }

    private static String accepting(String model) {
        return "{\"webAuthnPolicyPasswordlessAcceptableAaguids\": [\"" + model + "\"]}";
    }

    @Test
    void aPolicyThatChangedSinceTheOptionsWereMadeIsApplied() {
        Directory directory = desk.connect();
        EnrolmentOptions options = begun(directory, desk.user(0));
        desk.sandbox.policy(accepting("11111111-1111-4111-8111-111111111111"));
        assertFailed(DirectoryProblem.AAGUID_NOT_ALLOWED, register(directory, options));
        desk.sandbox.policy(accepting(MadeCredential.MODEL.toString()));
        assertFailed(DirectoryProblem.ATTESTATION_REFUSED, register(directory, options));
        desk.sandbox.policy("""
            {"webAuthnPolicyPasswordlessAcceptableAaguids": [],
             "webAuthnPolicyPasswordlessSignatureAlgorithms": ["RS256"]}\
            """);
        assertFailed(DirectoryProblem.REFUSED, register(directory, options));
        desk.sandbox.policy("{\"webAuthnPolicyPasswordlessRpId\": \"contoso.example\"}");
        assertFailed(DirectoryProblem.ORIGIN_REFUSED, register(directory, options));
        assertNothingRegistered();
    }

    @Test
    void nothingElseOfTheAccountChanges() {
        Directory directory = desk.connect();
        assertInstanceOf(Answer.Done.class, register(directory, begun(directory, desk.user(0))));
        assertTrue(desk.sandbox.hasFirstPassword(desk.users().getFirst()));
    }

    @Test
    void aPasskeyIsDeletedAgainWhenSomethingElseOfTheAccountHasChanged() {
        Directory directory = desk.connect();
        EnrolmentOptions options = begun(directory, desk.user(0));
        desk.sandbox
                .rules()
                .add(Rule.once(Operation.READ, Misbehaviour.USER_DISABLED).onCall(2));
        Answer<RegisteredPasskey> answer = register(directory, options);
        assertFailed("directory.user-changed", answer);
        assertEquals("enabled", answer.failure().orElseThrow().arguments().get(1));
        assertNothingRegistered();
    }

    @Test
    void aPasswordThatChangedMeanwhileIsNoticed() {
        Directory directory = desk.connect();
        EnrolmentOptions options = begun(directory, desk.user(0));
        desk.sandbox.rules().add(Rule.once(Operation.REGISTER, Misbehaviour.PASSWORD_REPLACED));
        Answer<RegisteredPasskey> answer = register(directory, options);
        assertFailed("directory.user-changed", answer);
        assertEquals("credentials", answer.failure().orElseThrow().arguments().get(1));
    }

    @Test
    void aRegistrationThatCannotBeConfirmedIsUnclear() {
        Directory directory = desk.connect();
        EnrolmentOptions options = begun(directory, desk.user(0));
        desk.sandbox
                .rules()
                .add(Rule.always(Operation.READ, Misbehaviour.FORBIDDEN).onCall(2));
        assertInstanceOf(Answer.Unclear.class, register(directory, options));
        assertEquals(1, desk.registered(desk.user(0).id()));
    }

    @Test
    void aRepeatedCallFindsWhatTheFirstOneRegistered() {
        Passkeys passkeys = desk.connect().passkeys();
        EnrolmentOptions options = passkeys.begin(desk.user(0)).result().orElseThrow();
        NewCredential credential = MadeCredential.good(options);
        desk.sandbox.rules().add(Rule.once(Operation.REGISTER, Misbehaviour.ANSWER_LOST));
        assertInstanceOf(Answer.Unclear.class, passkeys.complete(desk.user(0), options, credential, NAME));
        assertInstanceOf(Answer.Done.class, passkeys.complete(desk.user(0), options, credential, NAME));
        assertEquals(1, desk.registered(desk.user(0).id()));
    }

    @Test
    void theSameCredentialIsNotStoredTwice() {
        Passkeys passkeys = desk.connect().passkeys();
        EnrolmentOptions first = passkeys.begin(desk.user(0)).result().orElseThrow();
        MadeCredential credential = MadeCredential.make(first, Twist.NONE);
        passkeys.complete(desk.user(0), first, credential.credential(), NAME);
        EnrolmentOptions second = passkeys.begin(desk.user(0)).result().orElseThrow();
        assertFailed(
                DirectoryProblem.ALREADY_REGISTERED,
                passkeys.complete(desk.user(0), second, credential.with(second).credential(), "Another name"));
        assertEquals(1, desk.registered(desk.user(0).id()));
    }

    @Test
    void aNameThatIsTakenGetsANumber() {
        Directory directory = desk.connect();
        for (String name : List.of(NAME, NAME + " (2)", NAME + " (3)")) {
            Answer<RegisteredPasskey> answer = register(directory, begun(directory, desk.user(0)));
            assertEquals(name, answer.result().orElseThrow().displayName(), answer::toString);
        }
    }

    @Test
    void aConflictWithoutACauseThatIsSeenIsAFailure() {
        Directory directory = desk.connect();
        EnrolmentOptions options = begun(directory, desk.user(0));
        desk.sandbox.rules().add(Rule.once(Operation.REGISTER, Misbehaviour.CONFLICT));
        assertFailed(DirectoryProblem.ALREADY_REGISTERED, register(directory, options));
        assertNothingRegistered();
    }

    @ParameterizedTest
    @CsvSource({"FORBIDDEN, NOT_PERMITTED", "NOT_FOUND, USER_NOT_FOUND", "BAD_REQUEST, REFUSED"})
    void aRefusalIsAFailure(Misbehaviour misbehaviour, DirectoryProblem problem) {
        Directory directory = desk.connect();
        EnrolmentOptions options = begun(directory, desk.user(0));
        desk.sandbox.rules().add(Rule.once(Operation.REGISTER, misbehaviour));
        assertFailed(problem, register(directory, options));
        assertNothingRegistered();
    }

    @Test
    void aUserWhoWasDeletedOrDisabledMeanwhileGetsNoPasskey() {
        Directory directory = desk.connect();
        DirectoryUser user = desk.user(0);
        EnrolmentOptions options = begun(directory, user);
        NewCredential credential = MadeCredential.good(options);
        desk.put(desk.users().getFirst().disabled());
        assertFailed(DirectoryProblem.USER_DISABLED, directory.passkeys().complete(user, options, credential, NAME));
        desk.sandbox.remove(desk.users().getFirst());
        assertFailed(DirectoryProblem.USER_NOT_FOUND, directory.passkeys().complete(user, options, credential, NAME));
    }

    @Test
    void optionsExpireAsThePolicySays() throws InterruptedException {
        desk.sandbox.policy("{\"webAuthnPolicyPasswordlessCreateTimeout\": 1}");
        Directory directory = desk.connect();
        EnrolmentOptions options = begun(directory, desk.user(0));
        Thread.sleep(1100);
        assertFailed(DirectoryProblem.OPTIONS_EXPIRED, register(directory, options));
    }

    /** Six of them register: the policy as it is now, the user before and after, and the update between. */
    @Test
    void onePersonTakesTenRequests() {
        assertEquals(DocumentedRequests.of("Keycloak"), desk.requestsPerPerson(desk.sandbox.serverUrl() + "/sandbox"));
    }
}
