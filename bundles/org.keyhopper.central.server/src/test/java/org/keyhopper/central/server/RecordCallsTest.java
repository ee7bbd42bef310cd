package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.keyhopper.central.server.TestStation.Reply;

/** The calls about what Central keeps, over HTTP. */
class RecordCallsTest extends ServerFixture {

    private Reply get(String path) throws Exception {
        String proof = station.proof(station.claims(path).claim("htm", "GET").build());
        return station.send(HttpRequest.newBuilder(URI.create(station.url + path))
                .header("DPoP", proof)
                .header("Authorization", "DPoP " + station.token)
                .build());
    }

    @Test
    void unclearRecipientIsListedWithItsEvidence() throws Exception {
        joined();
        long claim = station.claim(request.value(), "k1").body().get("claim").getAsLong();
        String path = "/api/v1/requests/" + request + "/unclear";
        assertEquals(0, get(path).body().getAsJsonArray("recipients").size());
        station.post("/api/v1/claims/" + claim + "/enrolment", new TestDevice(SoftwareKey.withPin()).report());
        JsonObject listed = get(path).body().getAsJsonArray("recipients").get(0).getAsJsonObject();
        assertEquals(1, listed.get("position").getAsInt());
        assertEquals(claim, listed.get("claim").getAsLong());
        assertEquals("BEGUN", listed.get("state").getAsString());
        assertTrue(listed.has("claimedUntil"));
        assertEquals(
                "central.no-such-request", get("/api/v1/requests/NONE/unclear").code());
    }

    @Test
    void withoutEscrowNoPinIsKept() throws Exception {
        joined();
        long claim = station.claim(request.value(), "k1").body().get("claim").getAsLong();
        assertEquals("central.no-escrow", get("/api/v1/escrow-certificate").code());
        Reply kept = station.post("/api/v1/claims/" + claim + "/pin", "{\"sealed\":\"AAAA\"}");
        assertEquals("central.no-escrow", kept.code());
        assertEquals(1, refusals("central.no-escrow"));
        assertEquals(
                "central.not-permitted",
                get("/api/v1/requests/" + request + "/pins").code());
    }

    @Test
    void stationsHaveNoAccessToThePersonsRecords() throws Exception {
        joined();
        String body = "{\"directory\":\"contoso\",\"account\":\"x\"}";
        assertEquals(
                "central.not-permitted",
                station.post("/api/v1/people/export", body).code());
        assertEquals(
                "central.not-permitted",
                station.post("/api/v1/people/erasure", body).code());
        assertEquals(
                "central.bad-call", station.post("/api/v1/people/export", "{}").code());
    }

    @Test
    void communityBuildShowsNoLicence() throws Exception {
        joined();
        Reply reply = get("/api/v1/licence");
        assertEquals(200, reply.status());
        assertEquals(new JsonObject(), reply.body());
    }
}
