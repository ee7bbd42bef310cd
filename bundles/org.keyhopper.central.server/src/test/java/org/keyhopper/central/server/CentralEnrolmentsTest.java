package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.central.client.internal.HttpCentralConnector;
import org.keyhopper.core.central.BegunEnrolment;
import org.keyhopper.core.central.CentralConnectionProblem;
import org.keyhopper.core.central.CentralConnector;
import org.keyhopper.core.central.CentralEnrolments;
import org.keyhopper.core.central.ClaimedRecipient;
import org.keyhopper.core.central.DeviceReport;
import org.keyhopper.core.central.JoinOrder;
import org.keyhopper.core.central.Membership;
import org.keyhopper.core.central.ReleaseOrder;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.fido.Assertion;
import org.keyhopper.fido.Authenticator;
import org.keyhopper.fido.Authenticators;
import org.keyhopper.fido.CredentialRequest;
import org.keyhopper.fido.CredentialRequest.EnterpriseAttestation;

/** The contract of the port of stations, with the client of the product and this server, and losses in between. */
class CentralEnrolmentsTest extends ServerFixture {

    private static final Secret PIN = Secret.of("123456");

    private final LossyProxy proxy;
    private final CentralConnector connector = new HttpCentralConnector(Duration.ofMillis(20));
    private Authenticator key;

    private final int port;

    CentralEnrolmentsTest() throws IOException {
        proxy = new LossyProxy();
        port = FreePort.find();
        proxy.forwardTo(URI.create("http://127.0.0.1:" + port));
    }

    @Override
    int port() {
        return port;
    }

    @Override
    URI publicUrl() {
        return proxy.url();
    }

    @AfterEach
    void closeProxy() {
        proxy.close();
    }

    private Membership member() {
        try (Secret code = Secret.of(code("contoso"))) {
            return done(() -> connector.join(new JoinOrder(proxy.url(), Optional.empty(), "Main", code)));
        }
    }

    private static <T> T done(Supplier<Answer<T>> call) {
        Answer<T> answer = call.get();
        return answer.result().orElseThrow(() -> new AssertionError(answer.toString()));
    }

    private static String failure(Answer<?> answer) {
        return answer.failure().orElseThrow().code().id();
    }

    private DeviceReport report() throws Exception {
        key = Authenticators.factory().open(SoftwareKey.withPin());
        return new DeviceReport(key.info(), "Test key", Optional.of("4711"));
    }

    private NewCredential make(BegunEnrolment begun) throws Exception {
        return key.credentials()
                .makeCredential(
                        new CredentialRequest(begun.options(), EnterpriseAttestation.NOT_WANTED),
                        PIN,
                        ExchangeControl.within(Deadline.inSeconds(20)));
    }

    private Assertion sign(BegunEnrolment begun, NewCredential made) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(begun.proofClientData());
        return key.credentials().getAssertion(begun.options().relyingParty().id(), made.id(), hash, PIN);
    }

    private Outcome outcome(int index) {
        return database.requests()
                .find(request)
                .orElseThrow()
                .recipients()
                .get(index)
                .outcome();
    }

    private Outcome provision(CentralEnrolments central) throws Exception {
        DeviceReport device = report();
        ClaimedRecipient claimed = done(() -> central.claim(request, "key-1", "", Optional.of(device)))
                .orElseThrow();
        BegunEnrolment begun = done(() -> central.begin(claimed.claim(), device, Optional.empty()));
        NewCredential made = make(begun);
        done(() -> central.register(claimed.claim(), made, "Test key", false));
        Assertion assertion = sign(begun, made);
        return done(() -> central.prove(claimed.claim(), made.id(), assertion));
    }

    @ParameterizedTest
    @CsvSource({
        "NOTHING,none",
        "REQUEST,token",
        "RESPONSE,token",
        "REQUEST,claims",
        "RESPONSE,claims",
        "REQUEST,enrolment",
        "RESPONSE,enrolment",
        "REQUEST,registration",
        "RESPONSE,registration",
        "REQUEST,proof",
        "RESPONSE,proof"
    })
    void personIsProvisionedOnceWhateverIsLost(LossyProxy.Loss loss, String call) throws Exception {
        CentralEnrolments central = connector.open(member());
        proxy.lose(loss, call, 2);
        assertEquals(Outcome.PROVISIONED, provision(central));
        assertEquals(Outcome.PROVISIONED, outcome(0));
        assertEquals(Outcome.PENDING, outcome(1));
        assertEquals(
                1,
                database.store()
                        .write(in -> in.requestWithRecipients(request))
                        .orElseThrow()
                        .tally()
                        .provisioned());
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 429})
    void refusalThatIsNotCentralsLeavesALostProofOpen(int status) throws Exception {
        CentralEnrolments central = connector.open(member());
        proxy.lose(LossyProxy.Loss.RESPONSE, "proof", 1);
        proxy.thenRefuse(status, 100);
        DeviceReport device = report();
        long claim = done(() -> central.claim(request, "key-1", "", Optional.of(device)))
                .orElseThrow()
                .claim();
        BegunEnrolment begun = done(() -> central.begin(claim, device, Optional.empty()));
        NewCredential made = make(begun);
        done(() -> central.register(claim, made, "Test key", false));
        Assertion assertion = sign(begun, made);
        Answer<Outcome> proved = central.prove(claim, made.id(), assertion);
        assertTrue(proved instanceof Answer.Unclear<Outcome>, proved::toString);
        assertEquals(Outcome.PROVISIONED, outcome(0));
    }

    @Test
    void refusalByCentralItselfCountsAlsoAfterALostAnswer() {
        CentralEnrolments central = connector.open(member());
        long claim = done(() -> central.claim(request, "a", "", Optional.empty()))
                .orElseThrow()
                .claim();
        done(() -> central.release(claim, ReleaseOrder.UNTRIED));
        proxy.lose(LossyProxy.Loss.RESPONSE, "renewal", 1);
        Answer<Instant> refused = central.renew(claim);
        assertTrue(refused instanceof Answer.Failed<Instant>, refused::toString);
        assertEquals("central.claim-lost", failure(refused));
    }

    @Test
    void requestsComeWithProfilePeopleAndOutcomes() throws Exception {
        CentralEnrolments central = connector.open(member());
        provision(central);
        List<ProvisioningRequest> listed = done(central::requests);
        ProvisioningRequest stored = database.requests().find(request).orElseThrow();
        assertEquals(
                List.of(stored.id()),
                listed.stream().map(ProvisioningRequest::id).toList());
        ProvisioningRequest read = done(() -> central.request(request));
        assertEquals(stored.profile(), read.profile());
        assertEquals(stored.tally(), read.tally());
        assertEquals(stored.recipients().get(1), read.recipients().get(1));
        assertEquals(
                stored.recipients().getFirst().last().orElseThrow().passkey(),
                read.recipients().getFirst().last().orElseThrow().passkey());
        assertEquals("central.no-such-request", failure(central.request(new RequestId("XXXXX"))));
    }

    @Test
    void fourCallsAndOneTokenForOnePerson() throws Exception {
        CentralEnrolments central = connector.open(member());
        int before = proxy.calls();
        provision(central);
        assertEquals(5, proxy.calls() - before);
    }

    @Test
    void releasedClaimLeavesThePersonPending() {
        CentralEnrolments central = connector.open(member());
        ClaimedRecipient claimed =
                done(() -> central.claim(request, "a", "", Optional.empty())).orElseThrow();
        assertTrue(done(() -> central.renew(claimed.claim())).compareTo(claimed.expires()) >= 0);
        proxy.lose(LossyProxy.Loss.RESPONSE, "release", 1);
        assertEquals(Outcome.PENDING, done(() -> central.release(claimed.claim(), ReleaseOrder.UNTRIED)));
        assertEquals("central.claim-lost", failure(central.renew(claimed.claim())));
    }

    @Test
    void lossOfEveryResponseIsUnclearAndOfEveryConnectionIsNot() throws Exception {
        CentralEnrolments central = connector.open(member());
        ClaimedRecipient claimed =
                done(() -> central.claim(request, "a", "", Optional.empty())).orElseThrow();
        proxy.lose(LossyProxy.Loss.RESPONSE, "enrolment", 100);
        DeviceReport device = report();
        Answer<BegunEnrolment> lost = central.begin(claimed.claim(), device, Optional.empty());
        assertTrue(lost instanceof Answer.Unclear<BegunEnrolment>, lost::toString);
        assertEquals(CentralConnectionProblem.NO_ANSWER.id(), failure(lost));
        proxy.close();
        Answer<BegunEnrolment> unreached = central.begin(claimed.claim(), device, Optional.empty());
        assertTrue(unreached instanceof Answer.Failed<BegunEnrolment>, unreached::toString);
        assertEquals(CentralConnectionProblem.UNREACHABLE.id(), failure(unreached));
    }

    @Test
    void stationThatLeftIsRefused() {
        Membership member = member();
        assertTrue(done(() -> connector.leave(member)));
        assertEquals("central.not-signed-in", failure(connector.open(member).requests()));
    }

    @Test
    void wrongCodeIsRefused() {
        member();
        try (Secret code = Secret.of("AAAAA-BBBBB")) {
            JoinOrder order = new JoinOrder(proxy.url(), Optional.empty(), "Main", code);
            assertEquals("central.code-not-valid", failure(connector.join(order)));
        }
    }

    @Test
    void membershipDoesNotRevealTheKey() {
        Membership member = member();
        assertTrue(!member.toString().contains("\"d\""), member::toString);
    }

    @Test
    void connectsAnewAfterItWasDisconnected() {
        try (Membership member = member()) {
            CentralEnrolments central = connector.open(member);
            done(central::access);
            central.disconnect();
            central.disconnect();
            done(central::access);
        }
    }
}
