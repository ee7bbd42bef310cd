package org.keyhopper.host.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.request.RequestId;

/** The audit trail of a station on the command line. */
class AuditCommandTest {

    private CommandFixture fixture;

    @BeforeEach
    void open() throws IOException {
        fixture = new CommandFixture();
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    @Test
    void entriesAreEventsAndGoOnAfterANumber() {
        RequestId request = fixture.station()
                .requests()
                .create(
                        "Desk",
                        "contoso",
                        fixture.station().requests().list().getFirst().profile(),
                        people())
                .id();
        fixture.station().requests().remove(request);
        assertEquals(0, fixture.run("--json", "audit"), fixture::err);
        List<JsonObject> all = fixture.objects();
        JsonObject removed = all.getLast();
        assertEquals(6003, removed.get("class_uid").getAsInt());
        assertEquals(
                "REQUEST_REMOVED request:" + request.value(),
                removed.get("message").getAsString());
        String account = removed.getAsJsonObject("actor")
                .getAsJsonObject("user")
                .get("name")
                .getAsString();
        assertFalse(account.isBlank());
        assertEquals(
                all.size(), removed.getAsJsonObject("metadata").get("sequence").getAsInt());
        assertEquals(0, fixture.run("--json", "audit", "--after", Integer.toString(all.size() - 1)), fixture::err);
        assertEquals(List.of(removed), fixture.objects());
        assertEquals(0, fixture.run("audit"), fixture::err);
        assertTrue(fixture.out().contains(account + "@"), fixture::out);
    }

    private static List<Recipient> people() {
        return List.of(new Recipient("anna@contoso.com", "Anna", "", ""));
    }
}
