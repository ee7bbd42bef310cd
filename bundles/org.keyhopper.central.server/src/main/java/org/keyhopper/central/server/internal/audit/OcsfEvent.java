package org.keyhopper.central.server.internal.audit;

import com.google.gson.JsonObject;
import org.keyhopper.central.audit.AuditEntry;
import org.keyhopper.central.audit.AuditEvent;

/**
 * Audit entries as events of the Open Cybersecurity Schema Framework 1.1.0: Account Change (3001) for passkeys, Authentication
 * (3002) for sign-ins, API Activity (6003) for the rest. People are the references of the audit trail, since what a
 * collector has received cannot be erased.
 */
final class OcsfEvent {

    static final String VERSION = "1.1.0";

    private static final int ACCOUNT_CHANGE = 3001;
    private static final int AUTHENTICATION = 3002;
    private static final int API_ACTIVITY = 6003;
    private static final int PER_CATEGORY = 1000;
    private static final int PER_CLASS = 100;

    private static final int CREATE = 1;
    private static final int UPDATE = 3;
    private static final int DELETE = 4;
    private static final int LOGON = 1;
    private static final int MFA_FACTOR_ENABLE = 10;
    private static final int MFA_FACTOR_DISABLE = 11;
    private static final int OTHER = 99;
    private static final int OAUTH = 6;

    private static final int SUCCESS = 1;
    private static final int FAILURE = 2;
    private static final int INFORMATIONAL = 1;
    private static final int MEDIUM = 3;

    private final AuditEntry entry;
    private final AuditEvent event;
    private final JsonObject object = new JsonObject();

    private OcsfEvent(AuditEntry entry) {
        this.entry = entry;
        event = entry.event();
    }

    /** Returns an entry as one line of JSON. */
    static String line(AuditEntry entry) {
        OcsfEvent made = new OcsfEvent(entry);
        made.classify();
        made.common();
        return made.object.toString();
    }

    private void classify() {
        switch (event.action()) {
            case REGISTER -> accountChange(MFA_FACTOR_ENABLE);
            case REVOKE -> accountChange(MFA_FACTOR_DISABLE);
            case RELEASE -> accountChange(event.facts().containsKey("passkey") ? MFA_FACTOR_DISABLE : OTHER);
            case PROVE, RECONCILE -> accountChange(OTHER);
            case SIGN_IN, TOKEN_ISSUED, STATION_JOINED -> authentication();
            case CODE_ISSUED, REQUEST_CREATED, CLAIM, BEGIN -> apiActivity(CREATE);
            case DIRECTORY_CONFIGURED, RENEW -> apiActivity(UPDATE);
            default -> apiActivity(event.action().name().endsWith("ED") ? UPDATE : OTHER);
        }
    }

    private void accountChange(int activity) {
        type(ACCOUNT_CHANGE, activity);
        String recipient = event.facts().get("recipient");
        object.add("user", named("uid", recipient == null ? event.subject() : "recipient:" + recipient));
        object.add("actor", actor());
    }

    private void authentication() {
        type(AUTHENTICATION, LOGON);
        object.add("user", named("uid", event.actor()));
        object.add("service", named("name", "Keyhopper Central"));
        object.addProperty("auth_protocol_id", OAUTH);
    }

    private void apiActivity(int activity) {
        type(API_ACTIVITY, activity);
        object.add("actor", actor());
        object.add("api", named("operation", event.action().name()));
        object.add("src_endpoint", named("name", event.actor()));
    }

    private void type(int classUid, int activity) {
        object.addProperty("category_uid", classUid / PER_CATEGORY);
        object.addProperty("class_uid", classUid);
        object.addProperty("activity_id", activity);
        if (activity == OTHER) {
            object.addProperty("activity_name", event.action().name());
        }
        object.addProperty("type_uid", classUid * PER_CLASS + activity);
    }

    private void common() {
        boolean refused = event.problem().isPresent();
        object.addProperty("time", entry.at().toEpochMilli());
        object.addProperty("severity_id", refused ? MEDIUM : INFORMATIONAL);
        object.addProperty("status_id", refused ? FAILURE : SUCCESS);
        event.problem().ifPresent(problem -> object.addProperty("status_code", problem));
        object.addProperty("message", event.action() + (event.subject().isEmpty() ? "" : " " + event.subject()));
        JsonObject product = named("name", "Keyhopper Central");
        product.addProperty("vendor_name", "Keyhopper");
        JsonObject metadata = new JsonObject();
        metadata.addProperty("version", VERSION);
        metadata.add("product", product);
        metadata.addProperty("uid", Long.toString(entry.number()));
        metadata.addProperty("sequence", entry.number());
        metadata.addProperty("correlation_uid", event.call());
        object.add("metadata", metadata);
        JsonObject unmapped = new JsonObject();
        unmapped.addProperty("subject", event.subject());
        event.facts().forEach(unmapped::addProperty);
        unmapped.addProperty("entry_hash", entry.hash());
        object.add("unmapped", unmapped);
    }

    private JsonObject actor() {
        JsonObject actor = new JsonObject();
        actor.add("user", named("uid", event.actor()));
        return actor;
    }

    private static JsonObject named(String name, String value) {
        JsonObject named = new JsonObject();
        named.addProperty(name, value);
        return named;
    }
}
