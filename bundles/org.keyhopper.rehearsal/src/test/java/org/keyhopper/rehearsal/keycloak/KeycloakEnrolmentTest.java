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
import org.keyhopper.rehearsal.sandbox.DocumentedRequests;
import org.keyhopper.rehearsal.sandbox.MadeCredential;
import org.keyhopper.rehearsal.sandbox.MadeCredential.Twist;
import org.keyhopper.rehearsal.sandbox.Misbehaviour;
import org.keyhopper.rehearsal.sandbox.Operation;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.Rule;
import org.keyhopper.rehearsal.sandbox.SandboxRig;

/** What only Keycloak does: it verifies nothing, so policy, duplicates and the rest of the account are the connector's to check. */
class KeycloakEnrolmentTest {

    private static final String NAME = "Card 0815";

    private final KeycloakRig rig = new KeycloakRig(Population.madeUp(3));

    @AfterEach
    void stop() {
        rig.close();
    }

    private static EnrolmentOptions begun(Directory directory, DirectoryUser user) {
        Answer<EnrolmentOptions> answer = directory.passkeys().begin(user);
        return answer.result().orElseThrow(() -> new AssertionError(answer.toString()));
    }

    private Answer<RegisteredPasskey> register(Directory directory, EnrolmentOptions options) {
        return directory.passkeys().complete(rig.user(0), options, MadeCredential.good(options), NAME);
    }

    private static void assertFailed(DirectoryProblem code, Answer<?> answer) {
        assertFailed(code.id(), answer);
    }

    private static void assertFailed(String code, Answer<?> answer) {
        assertInstanceOf(Answer.Failed.class, answer);
        assertEquals(code, answer.failure().orElseThrow().code().id(), answer::toString);
    }

    private void assertNothingRegistered() {
        assertEquals(List.of(), rig.sandbox.registered(rig.user(0).id()));
    }

    @Test
    void theUserHandleIsTheIdAsText() {
        EnrolmentOptions options = begun(rig.connect(), rig.user(0));
        assertEquals(rig.user(0).id(), new String(options.account().handle(), StandardCharsets.UTF_8));
    }

    @Test
    void withoutARelyingPartyIdInThePolicyItIsTheHostThatUsersSignInAt() {
        EnrolmentOptions options = begun(rig.connect(), rig.user(0));
        assertEquals(KeycloakSandbox.HOST, options.relyingParty().id());
        assertEquals("https://" + KeycloakSandbox.HOST, options.relyingParty().origin());
    }

    @Test
    void optionsFollowThePolicy() {
        rig.sandbox.policy("""
            {"webAuthnPolicyPasswordlessRpId": "contoso.example",
             "webAuthnPolicyPasswordlessRpEntityName": "Contoso",
             "webAuthnPolicyPasswordlessSignatureAlgorithms": ["ES512", "Ed25519", "unheard of"],
             "webAuthnPolicyPasswordlessAttestationConveyancePreference": "indirect"}\
            """);
        EnrolmentOptions options = begun(rig.connect(), rig.user(0));
        assertEquals("contoso.example", options.relyingParty().id());
        assertEquals("Contoso", options.relyingParty().name());
        assertEquals("https://" + KeycloakSandbox.HOST, options.relyingParty().origin());
        assertEquals(List.of(-36, -8), options.algorithms());
        assertEquals(Attestation.INDIRECT, options.attestation());
    }

    @Test
    void anExtraOriginIsUsedWhereTheRealmsOwnDoesNotBelongToTheRelyingParty() {
        rig.sandbox.policy("""
            {"webAuthnPolicyPasswordlessRpId": "fabrikam.example",
             "webAuthnPolicyPasswordlessExtraOrigins": ["android:apk-key-hash:x", "https://login.fabrikam.example"]}\
            """);
        assertEquals(
                "https://login.fabrikam.example",
                begun(rig.connect(), rig.user(0)).relyingParty().origin());
    }

    @Test
    void aRelyingPartyThatNoOriginBelongsToIsAnObstacle() {
        rig.sandbox.policy("{\"webAuthnPolicyPasswordlessRpId\": \"fabrikam.example\"}");
        assertEquals(List.of(DirectoryProblem.ORIGIN_REFUSED), obstacles(rig.connect()));
        assertFailed(DirectoryProblem.ORIGIN_REFUSED, rig.connect().passkeys().begin(rig.user(0)));
    }

    private List<?> obstacles(Directory directory) {
        return directory
                .passkeys()
                .eligibility(rig.user(0), SandboxRig.device())
                .result()
                .orElseThrow()
                .obstacles()
                .stream()
                .map(Problem::code)
                .toList();
    }

    @Test
    void aModelOutsideThePolicyIsAnObstacle() {
        rig.sandbox.policy(accepting("11111111-1111-4111-8111-111111111111"));
        assertEquals(List.of(DirectoryProblem.AAGUID_NOT_ALLOWED), obstacles(rig.connect()));
    }

    @Test
    void aPolicyForPlatformAuthenticatorsIsAnObstacle() {
        rig.sandbox.policy("{\"webAuthnPolicyPasswordlessAuthenticatorAttachment\": \"platform\"}");
        assertEquals(List.of(DirectoryProblem.METHOD_DISABLED), obstacles(rig.connect()));
    }

    private static String accepting(String model) {
        return "{\"webAuthnPolicyPasswordlessAcceptableAaguids\": [\"" + model + "\"]}";
    }

    @Test
    void aPolicyThatChangedSinceTheOptionsWereMadeIsApplied() {
        Directory directory = rig.connect();
        EnrolmentOptions options = begun(directory, rig.user(0));
        rig.sandbox.policy(accepting("11111111-1111-4111-8111-111111111111"));
        assertFailed(DirectoryProblem.AAGUID_NOT_ALLOWED, register(directory, options));
        rig.sandbox.policy(accepting(MadeCredential.MODEL.toString()));
        assertFailed(DirectoryProblem.ATTESTATION_REFUSED, register(directory, options));
        rig.sandbox.policy("""
            {"webAuthnPolicyPasswordlessAcceptableAaguids": [],
             "webAuthnPolicyPasswordlessSignatureAlgorithms": ["RS256"]}\
            """);
        assertFailed(DirectoryProblem.REFUSED, register(directory, options));
        rig.sandbox.policy("{\"webAuthnPolicyPasswordlessRpId\": \"contoso.example\"}");
        assertFailed(DirectoryProblem.ORIGIN_REFUSED, register(directory, options));
        assertNothingRegistered();
    }

    @Test
    void nothingElseOfTheAccountChanges() {
        Directory directory = rig.connect();
        assertInstanceOf(Answer.Done.class, register(directory, begun(directory, rig.user(0))));
        assertTrue(rig.sandbox.hasFirstPassword(rig.sandbox.users().getFirst()));
    }

    @Test
    void aPasskeyIsDeletedAgainWhenSomethingElseOfTheAccountHasChanged() {
        Directory directory = rig.connect();
        EnrolmentOptions options = begun(directory, rig.user(0));
        rig.sandbox
                .rules()
                .add(Rule.once(Operation.READ, Misbehaviour.USER_DISABLED).onCall(2));
        Answer<RegisteredPasskey> answer = register(directory, options);
        assertFailed("directory.user-changed", answer);
        assertEquals("enabled", answer.failure().orElseThrow().arguments().get(1));
        assertNothingRegistered();
    }

    @Test
    void aPasswordThatChangedMeanwhileIsNoticed() {
        Directory directory = rig.connect();
        EnrolmentOptions options = begun(directory, rig.user(0));
        rig.sandbox.rules().add(Rule.once(Operation.REGISTER, Misbehaviour.PASSWORD_REPLACED));
        Answer<RegisteredPasskey> answer = register(directory, options);
        assertFailed("directory.user-changed", answer);
        assertEquals("credentials", answer.failure().orElseThrow().arguments().get(1));
    }

    @Test
    void aRegistrationThatCannotBeConfirmedIsUnclear() {
        Directory directory = rig.connect();
        EnrolmentOptions options = begun(directory, rig.user(0));
        rig.sandbox
                .rules()
                .add(Rule.always(Operation.READ, Misbehaviour.FORBIDDEN).onCall(2));
        assertInstanceOf(Answer.Unclear.class, register(directory, options));
        assertEquals(1, rig.sandbox.registered(rig.user(0).id()).size());
    }

    @Test
    void aRepeatedCallFindsWhatTheFirstOneRegistered() {
        Passkeys passkeys = rig.connect().passkeys();
        EnrolmentOptions options = passkeys.begin(rig.user(0)).result().orElseThrow();
        NewCredential credential = MadeCredential.good(options);
        rig.sandbox.rules().add(Rule.once(Operation.REGISTER, Misbehaviour.ANSWER_LOST));
        assertInstanceOf(Answer.Unclear.class, passkeys.complete(rig.user(0), options, credential, NAME));
        assertInstanceOf(Answer.Done.class, passkeys.complete(rig.user(0), options, credential, NAME));
        assertEquals(1, rig.sandbox.registered(rig.user(0).id()).size());
    }

    @Test
    void theSameCredentialIsNotStoredTwice() {
        Passkeys passkeys = rig.connect().passkeys();
        EnrolmentOptions first = passkeys.begin(rig.user(0)).result().orElseThrow();
        MadeCredential credential = MadeCredential.make(first, Twist.NONE);
        passkeys.complete(rig.user(0), first, credential.credential(), NAME);
        EnrolmentOptions second = passkeys.begin(rig.user(0)).result().orElseThrow();
        assertFailed(
                DirectoryProblem.ALREADY_REGISTERED,
                passkeys.complete(rig.user(0), second, credential.with(second).credential(), "Another name"));
        assertEquals(1, rig.sandbox.registered(rig.user(0).id()).size());
    }

    @Test
    void aNameThatIsTakenGetsANumber() {
        Directory directory = rig.connect();
        for (String name : List.of(NAME, NAME + " (2)", NAME + " (3)")) {
            Answer<RegisteredPasskey> answer = register(directory, begun(directory, rig.user(0)));
            assertEquals(name, answer.result().orElseThrow().displayName(), answer::toString);
        }
    }

    @Test
    void aConflictWithoutACauseThatIsSeenIsAFailure() {
        Directory directory = rig.connect();
        EnrolmentOptions options = begun(directory, rig.user(0));
        rig.sandbox.rules().add(Rule.once(Operation.REGISTER, Misbehaviour.CONFLICT));
        assertFailed(DirectoryProblem.ALREADY_REGISTERED, register(directory, options));
        assertNothingRegistered();
    }

    @ParameterizedTest
    @CsvSource({"FORBIDDEN, NOT_PERMITTED", "NOT_FOUND, USER_NOT_FOUND", "BAD_REQUEST, REFUSED"})
    void aRefusalIsAFailure(Misbehaviour misbehaviour, DirectoryProblem problem) {
        Directory directory = rig.connect();
        EnrolmentOptions options = begun(directory, rig.user(0));
        rig.sandbox.rules().add(Rule.once(Operation.REGISTER, misbehaviour));
        assertFailed(problem, register(directory, options));
        assertNothingRegistered();
    }

    @Test
    void aUserWhoWasDeletedOrDisabledMeanwhileGetsNoPasskey() {
        Directory directory = rig.connect();
        DirectoryUser user = rig.user(0);
        EnrolmentOptions options = begun(directory, user);
        NewCredential credential = MadeCredential.good(options);
        rig.sandbox.put(rig.sandbox.users().getFirst().disabled());
        assertFailed(DirectoryProblem.USER_DISABLED, directory.passkeys().complete(user, options, credential, NAME));
        rig.sandbox.remove(rig.sandbox.users().getFirst());
        assertFailed(DirectoryProblem.USER_NOT_FOUND, directory.passkeys().complete(user, options, credential, NAME));
    }

    @Test
    void optionsExpireAsThePolicySays() throws InterruptedException {
        rig.sandbox.policy("{\"webAuthnPolicyPasswordlessCreateTimeout\": 1}");
        Directory directory = rig.connect();
        EnrolmentOptions options = begun(directory, rig.user(0));
        Thread.sleep(1100);
        assertFailed(DirectoryProblem.OPTIONS_EXPIRED, register(directory, options));
    }

    /** Six of them register: the policy as it is now, the user before and after, and the update between. */
    @Test
    void onePersonTakesTenRequests() {
        assertEquals(DocumentedRequests.of("Keycloak"), rig.requestsPerPerson(rig.sandbox.serverUrl() + "/sandbox"));
    }
}
