package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
        TestDevice device = new TestDevice(SoftwareKey.withPin());
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
    void onlyDevicesOfAShipmentAreIssuedIfThatIsDecided() throws Exception {
        joined();
        database.store().write(in -> {
            in.shipments().require(true);
            in.shipments().add("s1", "Delivery 1", in.now(), List.of("KH-1"));
            return request;
        });
        Reply claimed = station.claim(request.value(), "k1");
        String path = "/api/v1/claims/" + claimed.body().get("claim").getAsLong() + "/enrolment";
        JsonObject body = JsonParser.parseString(new TestDevice(SoftwareKey.withPin()).report())
                .getAsJsonObject();
        JsonObject device = body.getAsJsonObject("device");
        for (String serial : new String[] {"", "KH-2"}) {
            if (!serial.isEmpty()) {
                device.addProperty("serial", serial);
            }
            Reply refused = station.post(path, body.toString());
            assertEquals("central.not-shipped", refused.code(), refused.body()::toString);
            assertEquals(422, refused.status());
        }
        device.addProperty("serial", "kh-1");
        assertEquals(200, station.post(path, body.toString()).status());
    }

    @Test
    void noOneLeftIsNoContent() throws Exception {
        joined();
        for (int i = 0; i < 3; i++) {
            assertEquals(201, claim("k" + i, "printer " + i).status());
        }
        assertEquals(204, claim("k3", "printer 3").status());
        assertEquals(201, claim("k1", "printer 1").status(), "the same claim again");
    }

    @Test
    void deskHasOneClaim() throws Exception {
        joined();
        assertEquals(201, station.claim(request.value(), "k1").status());
        Reply reply = station.claim(request.value(), "k2");
        assertEquals(409, reply.status());
        assertEquals("central.too-many-claims", reply.code());
    }

    private Reply claim(String key, String printer) throws Exception {
        String path = "/api/v1/requests/" + request + "/claims";
        String body = "{\"printer\":\"" + printer + "\"}";
        return station.post(
                path, body, station.proof(station.claims(path).build()), it -> it.header("Idempotency-Key", key));
    }

    @Test
    void stationChoosesNeitherPersonNorOptions() throws Exception {
        joined();
        Reply claimed = station.claim(request.value(), "k1");
        String user = claimed.body().getAsJsonObject("recipient").get("user").getAsString();
        String other = sandbox.users().get(1).userPrincipalName();
        assertNotEquals(user, other);
        String claim = "/api/v1/claims/" + claimed.body().get("claim").getAsLong();
        TestDevice device = new TestDevice(SoftwareKey.withPin());
        JsonObject edited = JsonParser.parseString(device.report()).getAsJsonObject();
        edited.addProperty("user", other);
        edited.addProperty("challenge", "AAAA");
        Reply begun = station.post(claim + "/enrolment", edited.toString());
        assertEquals(
                user,
                begun.body()
                        .getAsJsonObject("publicKey")
                        .getAsJsonObject("user")
                        .get("name")
                        .getAsString());
        NewCredential made = device.make(begun.body());
        JsonObject registration =
                JsonParser.parseString(TestDevice.registration(made)).getAsJsonObject();
        registration.addProperty("user", other);
        assertEquals(
                200,
                station.post(claim + "/registration", registration.toString()).status());
        assertEquals(1, sandbox.registered(user).size());
        assertEquals(0, sandbox.registered(other).size());
    }

    @Test
    void unclearRecipientIsListedReconciledAndProvedAgain() throws Exception {
        joined();
        Reply claimed = station.claim(request.value(), "k1");
        long number = claimed.body().get("claim").getAsLong();
        TestDevice device = new TestDevice(SoftwareKey.withPin());
        Reply begun = station.post("/api/v1/claims/" + number + "/enrolment", device.report());
        NewCredential made = device.make(begun.body());
        station.post("/api/v1/claims/" + number + "/registration", TestDevice.registration(made));
        String recipient = "/api/v1/requests/" + request + "/recipients/1";
        assertEquals(409, station.post(recipient + "/reconciliation", "{}").status(), "a station works on it");
        database.store().write(in -> in.enrolments().renew(number, Duration.ofSeconds(-1)));
        Reply found = station.post(recipient + "/reconciliation", "{}");
        assertEquals("PRESENT", found.body().get("finding").getAsString(), found.body()::toString);
        assertEquals(
                "central.not-permitted",
                station.post(recipient + "/revocation", "{\"passkey\":\"x\"}").code());
        String path = recipient + "/proof-claim";
        Reply order = station.post(
                path, "{}", station.proof(station.claims(path).build()), it -> it.header("Idempotency-Key", "p1"));
        assertEquals(201, order.status(), order.body()::toString);
        assertEquals(made.id().base64Url(), order.body().get("credentialId").getAsString());
        String claim = "/api/v1/claims/" + order.body().get("claim").getAsLong();
        begun.body().add("proofClientDataJSON", order.body().get("proofClientDataJSON"));
        Reply proved = station.post(claim + "/proof", device.proof(begun.body(), made));
        assertEquals("PROVISIONED", proved.body().get("outcome").getAsString(), proved.body()::toString);
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
