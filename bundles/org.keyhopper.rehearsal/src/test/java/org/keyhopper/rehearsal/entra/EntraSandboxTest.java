package org.keyhopper.rehearsal.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.People;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.rehearsal.sandbox.DocumentedRequests;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.MadeCredential;
import org.keyhopper.rehearsal.sandbox.MadeCredential.Twist;
import org.keyhopper.rehearsal.sandbox.Misbehaviour;
import org.keyhopper.rehearsal.sandbox.Operation;
import org.keyhopper.rehearsal.sandbox.Rule;
import org.keyhopper.rehearsal.sandbox.SandboxUser;

/** The sandbox itself: that it refuses what Entra would refuse, and can be driven from outside. */
class EntraSandboxTest {

    private final EntraRig rig = new EntraRig(SandboxOptions.withPeople(12));
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        client.close();
        rig.close();
    }

    private HttpResponse<String> admin(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(rig.sandbox.adminUrl() + path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private Answer<RegisteredPasskey> register(Twist twist) {
        Passkeys passkeys = rig.connect().passkeys();
        EnrolmentOptions options = passkeys.begin(rig.user(0)).result().orElseThrow();
        return passkeys.complete(
                rig.user(0), options, MadeCredential.make(options, twist).credential(), "Card");
    }

    @Test
    void takesPackedAttestationAndNone() {
        assertInstanceOf(Answer.Done.class, register(Twist.NONE));
        assertInstanceOf(Answer.Done.class, register(Twist.NONE.format("none")));
    }

    @Test
    void refusesASpoiltSignature() {
        assertInstanceOf(Answer.Failed.class, register(Twist.NONE.spoiltSignature()));
    }

    @Test
    void refusesAnotherOrigin() {
        assertInstanceOf(Answer.Failed.class, register(Twist.NONE.origin("https://login.example")));
    }

    @Test
    void refusesACredentialMadeWithoutVerifyingThePerson() {
        assertInstanceOf(Answer.Failed.class, register(Twist.NONE.flags(0x41)));
    }

    @Test
    void refusesOtherFormatsOfAttestation() {
        assertInstanceOf(Answer.Failed.class, register(Twist.NONE.format("fido-u2f")));
    }

    @Test
    void verifiesAnAssertionWithTheRegisteredKeyOnly() throws IOException, InterruptedException {
        Passkeys passkeys = rig.connect().passkeys();
        EnrolmentOptions options = passkeys.begin(rig.user(0)).result().orElseThrow();
        MadeCredential made = MadeCredential.make(options, Twist.NONE);
        passkeys.complete(rig.user(0), options, made.credential(), "Card");
        byte[] hash = MadeCredential.sha256(new byte[] {1, 2, 3});
        byte[] signature = made.assertionSignature(hash);
        assertTrue(rig.sandbox.verifyAssertion(made.id(), made.assertionData(), hash, signature));
        hash[0] ^= 1;
        assertFalse(rig.sandbox.verifyAssertion(made.id(), made.assertionData(), hash, signature));
        hash[0] ^= 1;
        String json = Json.object(
                        "credentialId", made.id(),
                        "authenticatorData", base64Url(made.assertionData()),
                        "clientDataHash", base64Url(hash),
                        "signature", base64Url(signature))
                .toString();
        assertEquals("{\"verified\":true}", admin("POST", "/assertions", json).body());
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Test
    void takesRulesAndShowsItsStateOverHttp() throws IOException, InterruptedException {
        String rule =
                "[{\"operation\":\"register\",\"misbehaviour\":\"conflict\",\"onCall\":2,\"times\":0,\"seconds\":0.5}]";
        assertEquals(200, admin("POST", "/rules", rule).statusCode());
        assertInstanceOf(Answer.Done.class, register(Twist.NONE));
        assertInstanceOf(Answer.Failed.class, register(Twist.NONE));
        assertInstanceOf(Answer.Failed.class, register(Twist.NONE));
        String state = admin("GET", "/state", "").body();
        String id = rig.sandbox.registered(rig.user(0).id()).getFirst().base64Url();
        assertTrue(state.contains("\"credentialId\":\"" + id + "\""), state);
        assertTrue(state.contains("\"register\":3"), state);
        assertEquals(204, admin("DELETE", "/rules", "").statusCode());
        assertInstanceOf(Answer.Done.class, register(Twist.NONE));
    }

    @Test
    void takesPeopleAndLosesThemOverHttp() throws IOException, InterruptedException {
        SandboxUser user = rig.sandbox.users().getFirst();
        String renamed = Json.object("id", user.id(), "userPrincipalName", "new@contoso.example")
                .toString();
        assertEquals(204, admin("POST", "/users", renamed).statusCode());
        People people = rig.connect().people();
        assertEquals(
                "new@contoso.example",
                people.find(user.id()).result().orElseThrow().userName());
        assertEquals(204, admin("DELETE", "/users/new@contoso.example", "").statusCode());
        assertEquals(404, admin("DELETE", "/users/" + user.id(), "").statusCode());
        assertTrue(people.find(user.id()).failure().orElseThrow().is(DirectoryProblem.USER_NOT_FOUND));
        assertEquals(11, people.membersOf("All staff").result().orElseThrow().size());
    }

    @Test
    void saysWhatIsWrongWithARule() throws IOException, InterruptedException {
        assertEquals(400, admin("POST", "/rules", "{\"operation\":\"dance\"}").statusCode());
        assertEquals(
                400, admin("POST", "/rules", "{\"operation\":\"register\"}").statusCode());
    }

    @Test
    void registersForManyPeopleAtOnceWhileTokensExpire() throws InterruptedException, ExecutionException {
        Directory directory = rig.connect();
        rig.sandbox
                .rules()
                .add(Rule.once(Operation.OPTIONS, Misbehaviour.TOKEN_EXPIRED).onCall(5));
        List<Future<Answer<RegisteredPasskey>>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 12; i++) {
                var person = rig.user(i);
                answers.add(threads.submit(() -> {
                    EnrolmentOptions options =
                            directory.passkeys().begin(person).result().orElseThrow();
                    return directory
                            .passkeys()
                            .complete(person, options, MadeCredential.good(options), person.displayName());
                }));
            }
        }
        for (Future<Answer<RegisteredPasskey>> answer : answers) {
            assertInstanceOf(Answer.Done.class, answer.get());
        }
        for (SandboxUser user : rig.sandbox.users()) {
            assertEquals(1, rig.sandbox.registered(user.id()).size(), user::displayName);
        }
    }

    @Test
    void onePersonTakesFourRequests() {
        assertEquals(DocumentedRequests.of("Entra ID"), rig.requestsPerPerson(rig.sandbox.adminUrl()));
    }
}
