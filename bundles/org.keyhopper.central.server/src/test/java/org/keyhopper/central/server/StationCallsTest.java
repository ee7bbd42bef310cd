package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.central.Central;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.access.Scope;
import org.keyhopper.central.audit.AuditChain;
import org.keyhopper.central.audit.AuditEntry;
import org.keyhopper.central.server.TestStation.Reply;
import org.keyhopper.central.server.internal.CentralServer;
import org.keyhopper.core.factory.StationFactory;
import org.keyhopper.central.server.internal.config.Configuration;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.directory.entra.internal.EntraConnector;
import org.keyhopper.fido.Authenticators;
import org.keyhopper.rehearsal.entra.EntraSandbox;
import org.keyhopper.rehearsal.entra.SandboxOptions;
import org.keyhopper.rehearsal.sandbox.SandboxUser;
import org.keyhopper.store.CentralDatabase;

/** The API over HTTP, with a real database, a connector in front of its sandbox, and a software authenticator. */
class StationCallsTest {

    private static final int ALL = 1000;

    @TempDir
    Path folder;

    private EntraSandbox sandbox;
    private CentralDatabase database;
    private RequestId request;
    private CentralServer server;
    private TestStation station;

    @BeforeEach
    void start() throws Exception {
        sandbox = EntraSandbox.start(SandboxOptions.withPeople(3));
        database = CentralDatabase.open(folder, Optional.empty());
        database.directories()
                .put(new DirectoryAccount(
                        "contoso",
                        "entra",
                        new Settings(Map.of(
                                "tenant", sandbox.credentials().tenant(),
                                "clientId", sandbox.credentials().clientId(),
                                "loginUrl", sandbox.loginUrl(),
                                "graphUrl", sandbox.graphUrl()))));
        database.directories()
                .secretsOf("contoso")
                .put("clientSecret", Secret.of(sandbox.credentials().clientSecret()));
        List<Recipient> people = sandbox.users().stream()
                .map(SandboxUser::userPrincipalName)
                .map(user -> new Recipient(user, "", "", ""))
                .toList();
        request = database.requests()
                .create("Spring", "contoso", Profile.DEFAULT, people)
                .id();
        Configuration configuration = new Configuration(
                folder, Optional.empty(), "127.0.0.1", 0, URI.create("http://127.0.0.1:0"), Optional.empty());
        server = CentralServer.start(configuration, () -> List.of(new EntraConnector()));
        station = new TestStation(server.url().toString());
    }

    @AfterEach
    void stop() {
        server.close();
        database.close();
        sandbox.close();
    }

    private String code(String directory) {
        try (Central central = Central.of(
                        database.store(),
                        StationFactory.directories(database.directories(), List::of),
                        Authenticators.verifier(),
                        Optional::empty);
                Secret code = central.stations()
                        .issueCode(
                                Caller.none("test"),
                                "Desk",
                                List.of(new Grant(Role.OPERATOR, new Scope.OneDirectory(directory))))) {
            return new String(code.toChars());
        }
    }

    private void joined() throws Exception {
        assertEquals(201, station.join(code("contoso")).status());
        assertEquals(200, station.signIn().status());
    }

    private long refusals(String code) {
        List<AuditEntry> trail = database.store().write(in -> in.audit().after(0, ALL));
        assertEquals(OptionalLong.empty(), AuditChain.firstBroken(AuditChain.START, 1, trail));
        return trail.stream()
                .filter(entry -> entry.event().problem().equals(Optional.of(code)))
                .count();
    }

    @Test
    void oneRecipientFromTheCodeToTheProof() throws Exception {
        joined();
        Reply claimed = station.claim(request.value(), "k1");
        assertEquals(201, claimed.status(), claimed.body()::toString);
        String claim = "/api/v1/claims/" + claimed.body().get("claim").getAsLong();
        TestDevice device = new TestDevice(new SoftwareKey());
        Reply begun = station.post(claim + "/enrolment", device.report());
        assertEquals(200, begun.status(), begun.body()::toString);
        NewCredential made = device.make(begun.body());
        Reply registered = station.post(claim + "/registration", TestDevice.registration(made));
        assertEquals(200, registered.status(), registered.body()::toString);
        assertEquals(Outcome.UNCLEAR, outcome(0));
        Reply proved = station.post(claim + "/proof", device.proof(begun.body(), made));
        assertEquals("PROVISIONED", proved.body().get("outcome").getAsString(), proved.body()::toString);
        assertEquals(Outcome.PROVISIONED, outcome(0));
        assertEquals(200, station.post(claim + "/release", "{}").status());
        assertEquals(
                "PROVISIONED",
                station.post(claim + "/proof", device.proof(begun.body(), made))
                        .body()
                        .get("outcome")
                        .getAsString());
    }

    private Outcome outcome(int index) {
        return database.requests()
                .find(request)
                .orElseThrow()
                .recipients()
                .get(index)
                .outcome();
    }

    @Test
    void renewalExtendsTheClaim() throws Exception {
        joined();
        Reply claimed = station.claim(request.value(), "k1");
        Reply renewed =
                station.post("/api/v1/claims/" + claimed.body().get("claim").getAsLong() + "/renewal", "{}");
        assertEquals(200, renewed.status(), renewed.body()::toString);
        Instant before = Instant.parse(claimed.body().get("expires").getAsString());
        assertFalse(Instant.parse(renewed.body().get("expires").getAsString()).isBefore(before));
    }

    @Test
    void noOneLeftIsNoContent() throws Exception {
        joined();
        for (int i = 0; i < 3; i++) {
            assertEquals(201, station.claim(request.value(), "k" + i).status());
        }
        assertEquals(204, station.claim(request.value(), "k3").status());
        assertEquals(201, station.claim(request.value(), "k1").status(), "the same claim again");
    }

    @Test
    void codeIsValidOnce() throws Exception {
        assertEquals("central.code-not-valid", station.join("AAAAA-BBBBB").code());
        String code = code("contoso");
        assertEquals(201, station.join(code).status());
        String id = station.id;
        assertEquals(201, station.join(code).status(), "the answer may have been lost");
        assertEquals(id, station.id);
        assertEquals(
                "central.code-not-valid",
                new TestStation(station.url).join(code).code());
        assertEquals(2, refusals("central.code-not-valid"));
    }

    @Test
    void callWithoutTokenIsRefused() throws Exception {
        Reply reply = station.claim(request.value(), "k1");
        assertEquals(401, reply.status());
        assertEquals("central.not-signed-in", reply.code());
        assertEquals(
                "DPoP algs=\"ES256\"",
                reply.response().headers().firstValue("WWW-Authenticate").orElseThrow());
        assertEquals(1, refusals("central.not-signed-in"));
    }

    @Test
    void callersWithoutTokenDoNotFillTheTrail() throws Exception {
        for (int i = 0; i < 40; i++) {
            assertEquals(401, station.claim(request.value(), "k1").status());
            assertEquals(403, station.join("AAAAA").status());
        }
        assertEquals(60, refusals("central.not-signed-in") + refusals("central.code-not-valid"));
    }

    @Test
    void tokenOfAnotherKeyIsRefused() throws Exception {
        joined();
        TestStation thief = new TestStation(station.url);
        thief.token = station.token;
        assertEquals(
                "central.key-not-proven", thief.claim(request.value(), "k1").code());
    }

    @Test
    void tokensThatCentralDidNotIssueAreRefused() throws Exception {
        joined();
        JWTClaimsSet real = SignedJWT.parse(station.token).getJWTClaimsSet();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .build();
        String none = station.token
                .replaceFirst("^[^.]*", "eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJub25lIn0")
                .replaceFirst("[^.]*$", "");
        String good = station.token;
        for (String token : List.of(station.signed(header, real), none, "x.y.z", good + "x")) {
            station.token = token;
            assertEquals(
                    "central.not-signed-in",
                    station.claim(request.value(), "k1").code(),
                    token);
        }
    }

    @Test
    void proofsThatDoNotFitTheCallAreRefused() throws Exception {
        joined();
        String path = "/api/v1/requests/" + request + "/claims";
        List<JWTClaimsSet> wrong = List.of(
                station.claims(path).claim("htm", "GET").build(),
                station.claims(path).claim("htu", station.url + "/elsewhere").build(),
                station.claims(path).claim("ath", "AAAA").build(),
                station.claims(path).jwtID(null).build(),
                station.claims(path).issueTime(null).build());
        for (JWTClaimsSet claims : wrong) {
            Reply reply = station.post(path, "{}", station.proof(claims), it -> it.header("Idempotency-Key", "k1"));
            assertEquals("central.key-not-proven", reply.code(), claims.toString());
        }
        assertEquals(
                "central.key-not-proven",
                station.post(path, "{}", null, it -> it).code());
        assertEquals(wrong.size() + 1, refusals("central.key-not-proven"));
    }

    @Test
    void oldProofIsAClockThatDiffers() throws Exception {
        joined();
        String path = "/api/v1/requests/" + request + "/claims";
        JWTClaimsSet old = station.claims(path)
                .issueTime(Date.from(Instant.now().minusSeconds(600)))
                .build();
        assertEquals(
                "central.clock-differs",
                station.post(path, "{}", station.proof(old), it -> it).code());
    }

    @Test
    void proofIsAcceptedOnce() throws Exception {
        joined();
        String path = "/api/v1/requests/" + request + "/claims";
        String proof = station.proof(station.claims(path).build());
        assertEquals(
                201,
                station.post(path, "{}", proof, it -> it.header("Idempotency-Key", "k1"))
                        .status());
        assertEquals(
                "central.proof-replayed",
                station.post(path, "{}", proof, it -> it.header("Idempotency-Key", "k1"))
                        .code());
        assertEquals(1, refusals("central.proof-replayed"));
    }

    @Test
    void clientAssertionsThatDoNotFitAreRefused() throws Exception {
        joined();
        JWTClaimsSet good = station.assertion().build();
        assertEquals(200, station.signIn(good).status());
        assertEquals("central.proof-replayed", station.signIn(good).code());
        for (JWTClaimsSet wrong : List.of(
                station.assertion().audience("https://elsewhere.example").build(),
                station.assertion().subject("another").build(),
                station.assertion()
                        .expirationTime(Date.from(Instant.now().minusSeconds(1)))
                        .build(),
                station.assertion()
                        .expirationTime(Date.from(Instant.now().plusSeconds(9999)))
                        .build())) {
            assertEquals("central.not-signed-in", station.signIn(wrong).code(), wrong.toString());
        }
    }

    @Test
    void stationOfAnotherDirectoryIsNotPermitted() throws Exception {
        assertEquals(201, station.join(code("fabrikam")).status());
        station.signIn();
        Reply reply = station.claim(request.value(), "k1");
        assertEquals(403, reply.status());
        assertEquals("central.not-permitted", reply.code());
    }

    @Test
    void badCallsNameTheMember() throws Exception {
        joined();
        Reply claimed = station.claim(request.value(), "k1");
        String claim = "/api/v1/claims/" + claimed.body().get("claim").getAsLong();
        assertEquals(
                "central.bad-call", station.post(claim + "/enrolment", "{}").code());
        Reply reply = station.post(claim + "/proof", "{\"authenticatorData\":\"%%%\"}");
        assertEquals(400, reply.status());
        assertTrue(reply.body().get("detail").getAsString().contains("authenticatorData"), reply.body()::toString);
        assertEquals(400, station.post(claim + "/proof", "{").status());
        assertEquals(
                "central.idempotency-key-missing",
                station.post("/api/v1/requests/" + request + "/claims", "{}").code());
        assertEquals(
                413,
                station.post(claim + "/proof", "{" + " ".repeat(300_000) + "}").status());
    }

    @Test
    void problemsAreInTheLanguageOfTheCaller() throws Exception {
        String path = "/api/v1/requests/X/claims";
        Reply german = station.post(
                path, "{}", station.proof(station.claims(path).build()), it -> it.header("Accept-Language", "de-AT"));
        assertEquals("Nicht angemeldet", german.body().get("title").getAsString());
        assertEquals(
                "application/problem+json",
                german.response().headers().firstValue("Content-Type").orElseThrow());
    }

    @Test
    void whatIsNotThereIsAProblemToo() throws Exception {
        joined();
        assertEquals("central.not-found", station.post("/api/v1/nothing", "{}").code());
        HttpRequest get = HttpRequest.newBuilder(URI.create(station.url + "/api/v1/token"))
                .build();
        assertEquals(405, station.send(get).status());
    }

    @Test
    void healthIsOpenAndCarriesTheIdOfTheCall() throws Exception {
        HttpRequest get =
                HttpRequest.newBuilder(URI.create(station.url + "/health")).build();
        Reply reply = station.send(get);
        assertEquals(200, reply.status());
        JsonObject body = reply.body();
        assertEquals("UP", body.get("status").getAsString());
        assertNotEquals(
                "", reply.response().headers().firstValue("X-Request-Id").orElseThrow());
    }
}
