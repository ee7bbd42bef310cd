package org.keyhopper.host.internal.output;

import com.google.gson.JsonObject;
import org.keyhopper.core.journal.StationAction;
import org.keyhopper.core.journal.StationAudit;

/**
 * Entries of the audit trail as events of the Open Cybersecurity Schema Framework 1.1.0: Account Change (3001) for passkeys, API
 * Activity (6003) for the rest.
 */
public final class OcsfEvent {

    private static final int ACCOUNT_CHANGE = 3001;
    private static final int API_ACTIVITY = 6003;
    private static final int PER_CATEGORY = 1000;
    private static final int PER_CLASS = 100;

    private static final int CREATE = 1;
    private static final int UPDATE = 3;
    private static final int DELETE = 4;
    private static final int MFA_FACTOR_ENABLE = 10;
    private static final int MFA_FACTOR_DISABLE = 11;
    private static final int OTHER = 99;

    private static final int SUCCESS = 1;
    private static final int INFORMATIONAL = 1;

    private OcsfEvent() {}

    /** Returns an entry as an event. */
    public static JsonObject of(StationAudit.Entry entry) {
        JsonObject event = new JsonObject();
        boolean isAccount = entry.action() == StationAction.PASSKEY_REVOKED || isEnrolment(entry);
        int type = isAccount ? ACCOUNT_CHANGE : API_ACTIVITY;
        int activity = activity(entry);
        event.addProperty("category_uid", type / PER_CATEGORY);
        event.addProperty("class_uid", type);
        event.addProperty("activity_id", activity);
        if (activity == OTHER) {
            event.addProperty("activity_name", entry.action().name());
        }
        event.addProperty("type_uid", type * PER_CLASS + activity);
        event.addProperty("time", entry.at().toEpochMilli());
        event.addProperty("severity_id", INFORMATIONAL);
        event.addProperty("status_id", SUCCESS);
        event.addProperty("message", (entry.action() + " " + entry.subject()).strip());
        JsonObject actor = new JsonObject();
        actor.add("user", named("name", entry.account()));
        event.add("actor", actor);
        if (isAccount) {
            event.add("user", named("uid", entry.facts().getOrDefault("userId", entry.subject())));
        } else {
            event.add("api", named("operation", entry.action().name()));
        }
        event.add("src_endpoint", named("hostname", entry.host()));
        event.add("metadata", metadata(entry));
        JsonObject unmapped = new JsonObject();
        unmapped.addProperty("subject", entry.subject());
        entry.facts().forEach(unmapped::addProperty);
        unmapped.addProperty("entry_hash", entry.hash());
        event.add("unmapped", unmapped);
        return event;
    }

    private static boolean isEnrolment(StationAudit.Entry entry) {
        return entry.action() == StationAction.ENROLMENT_BEGUN || entry.action() == StationAction.ENROLMENT_ENDED;
    }

    private static int activity(StationAudit.Entry entry) {
        return switch (entry.action()) {
            case PASSKEY_REVOKED -> MFA_FACTOR_DISABLE;
            case ENROLMENT_ENDED -> entry.facts().containsKey("credential") ? MFA_FACTOR_ENABLE : OTHER;
            case REQUEST_CREATED -> CREATE;
            case REQUEST_REMOVED, DIRECTORY_REMOVED, PINS_DELETED -> DELETE;
            case REQUEST_CHANGED, REQUEST_RETRIED, DIRECTORY_CONFIGURED -> UPDATE;
            default -> OTHER;
        };
    }

    private static JsonObject metadata(StationAudit.Entry entry) {
        JsonObject product = named("name", "Keyhopper");
        product.addProperty("vendor_name", "Keyhopper");
        JsonObject metadata = new JsonObject();
        metadata.addProperty("version", "1.1.0");
        metadata.add("product", product);
        metadata.addProperty("uid", Long.toString(entry.number()));
        metadata.addProperty("sequence", entry.number());
        return metadata;
    }

    private static JsonObject named(String name, String value) {
        JsonObject named = new JsonObject();
        named.addProperty(name, value);
        return named;
    }
}
