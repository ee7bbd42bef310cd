package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.server.TestStation.Reply;

/** The API over HTTP, with a real database, a connector in front of its sandbox, and a software authenticator. */
class StationCallsTest extends ServerFixture {

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
