package org.keyhopper.central.server.internal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEntry;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.problem.CentralProblem;

class OcsfEventTest {

    private static JsonObject event(AuditEvent event) {
        AuditEntry entry = new AuditEntry(7, Instant.ofEpochMilli(1234), event, "hash");
        return JsonParser.parseString(OcsfEvent.line(entry)).getAsJsonObject();
    }

    private static AuditEvent done(AuditAction action) {
        return AuditEvent.done(Caller.none("call"), action, "claim:1").with("recipient", "R/1");
    }

    private static int type(AuditEvent event) {
        return event(event).get("type_uid").getAsInt();
    }

    @Test
    void passkeysAreAccountChanges() {
        assertEquals(300110, type(done(AuditAction.REGISTER)));
        assertEquals(300111, type(done(AuditAction.REVOKE)));
        assertEquals(300111, type(done(AuditAction.RELEASE).with("passkey", "removed")));
        assertEquals(300199, type(done(AuditAction.PROVE)));
        JsonObject event = event(done(AuditAction.REGISTER));
        assertEquals("recipient:R/1", event.getAsJsonObject("user").get("uid").getAsString());
        assertEquals(3, event.get("category_uid").getAsInt());
    }

    @Test
    void signInsAreAuthentication() {
        AuditEvent refused = AuditEvent.refused(
                Caller.none("call"), AuditAction.SIGN_IN, "", Problem.of(CentralProblem.NOT_SIGNED_IN));
        assertEquals(300201, type(refused));
        assertEquals(2, event(refused).get("status_id").getAsInt());
        assertEquals("central.not-signed-in", event(refused).get("status_code").getAsString());
    }

    @ParameterizedTest
    @EnumSource(AuditAction.class)
    void everyActionHasWhatItsClassRequires(AuditAction action) {
        JsonObject event = event(done(action));
        for (String member : List.of("activity_id", "category_uid", "class_uid", "type_uid", "severity_id", "time")) {
            assertTrue(event.has(member), member);
        }
        assertEquals("1.1.0", event.getAsJsonObject("metadata").get("version").getAsString());
        switch (event.get("class_uid").getAsInt()) {
            case 3001 -> assertTrue(event.has("user"));
            case 3002 -> assertTrue(event.has("user") && event.has("service"));
            default -> assertTrue(event.has("actor") && event.has("api") && event.has("src_endpoint"));
        }
    }
}
