package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyhopper.central.server.TestStation.Reply;

/** Who may call: one-time codes, client assertions, tokens, and proofs of the key (RFC 9449). */
class StationTokensTest extends ServerFixture {

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
}
