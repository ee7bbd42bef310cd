package org.keyhopper.central.portal.internal.administration;

import java.util.Map;
import java.util.Objects;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.portal.internal.frame.PageTexts;
import org.keyhopper.central.portal.internal.request.ActorNames;
import org.keyhopper.texts.ProblemTexts;

/**
 * An event of the audit trail in the words of a language. What has no words, such as a fact of a later version, is shown as
 * it is stored.
 */
record AuditTexts(PageTexts texts, ProblemTexts problems, ActorNames names) {

    private static final String ARGUMENT = "argument";

    AuditTexts {
        Objects.requireNonNull(texts);
        Objects.requireNonNull(problems);
        Objects.requireNonNull(names);
    }

    /** A code of which only the id was stored. */
    private record StoredCode(String id) implements ProblemCode {}

    String action(AuditAction action) {
        return texts.get("audit.action." + action.name());
    }

    /** Returns who did it. */
    String actor(AuditEvent event) {
        return names.of(event.actor(), texts);
    }

    /** Returns why it was refused; empty if it was not. */
    String problem(AuditEvent event) {
        return event.problem()
                .map(id -> problems.explain(Problem.of(new StoredCode(id))).title())
                .orElse("");
    }

    /** Returns to what it was done, such as “Person 4 of R7K3M” for {@code recipient:R7K3M/4}. */
    String subject(AuditEvent event) {
        return thing(event.subject());
    }

    private String thing(String stored) {
        int colon = stored.indexOf(':');
        if (colon < 0) {
            return texts.has("audit.thing." + stored) ? texts.get("audit.thing." + stored) : stored;
        }
        String kind = stored.substring(0, colon);
        String id = stored.substring(colon + 1);
        if ("recipient".equals(kind) && id.contains("/")) {
            return texts.get(
                    "audit.thing.recipient", id.substring(id.indexOf('/') + 1), id.substring(0, id.indexOf('/')));
        }
        if ("operator".equals(kind) || "station".equals(kind)) {
            return names.of(stored, texts);
        }
        return texts.has("audit.thing." + kind) ? texts.get("audit.thing." + kind, id) : stored;
    }

    /** Returns a further fact, such as “Outcome: Provisioned”. */
    String fact(Map.Entry<String, String> fact) {
        String name = fact.getKey();
        String value = fact.getValue();
        String shown =
                switch (name) {
                    case "outcome" -> known("outcome." + value, value);
                    case "recipient" -> thing("recipient:" + value);
                    case ARGUMENT -> known("privilege." + value, value);
                    default -> value;
                };
        return texts.has("audit.fact." + name) ? texts.get("audit.fact." + name, shown) : name + " " + shown;
    }

    private String known(String key, String value) {
        return texts.has(key) ? texts.get(key) : value;
    }
}
