package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.central.server.TestStation.Reply;

/** The directory is asked between the claim and the call that begins, which need not ask again. */
class LookAheadCallsTest extends ServerFixture {

    private int calls(String operation) {
        JsonObject counts =
                JsonParser.parseString(sandbox.state()).getAsJsonObject().getAsJsonObject("counts");
        return counts.has(operation) ? counts.get(operation).getAsInt() : 0;
    }

    private String claimed(String key) throws Exception {
        Reply claimed = station.claim(request.value(), key);
        assertEquals(201, claimed.status(), claimed.body()::toString);
        return "/api/v1/claims/" + claimed.body().get("claim").getAsLong();
    }

    private void awaitOptions(int count) throws InterruptedException {
        Deadline limit = Deadline.inSeconds(20);
        while (calls("options") < count && !limit.hasPassed()) {
            Thread.sleep(10);
        }
        assertEquals(count, calls("options"));
    }

    @Test
    void optionsOfTheNextPersonAreFetchedBeforeTheirDeviceIsThere() throws Exception {
        joined();
        String claim = claimed("k1");
        awaitOptions(1);
        TestDevice device = new TestDevice(SoftwareKey.withPin());
        Reply begun = station.post(claim + "/enrolment", device.report());
        assertEquals(200, begun.status(), begun.body()::toString);
        assertEquals(1, calls("options"), "not fetched again");
        assertEquals(1, calls("find-user"), "not looked up again");
        NewCredential made = device.make(begun.body());
        assertEquals(
                200,
                station.post(claim + "/registration", TestDevice.registration(made))
                        .status());
    }

    @Test
    void anotherAttemptHasOptionsOfItsOwn() throws Exception {
        joined();
        String claim = claimed("k1");
        awaitOptions(1);
        TestDevice device = new TestDevice(SoftwareKey.withPin());
        String first = challenge(station.post(claim + "/enrolment", device.report()));
        assertEquals(
                200, station.post(claim + "/release", "{\"deviceClean\":true}").status());
        String second = challenge(station.post(claimed("k2") + "/enrolment", device.report()));
        assertTrue(!first.equals(second), first);
    }

    private static String challenge(Reply begun) {
        assertEquals(200, begun.status(), begun.body()::toString);
        return begun.body().getAsJsonObject("publicKey").get("challenge").getAsString();
    }
}
