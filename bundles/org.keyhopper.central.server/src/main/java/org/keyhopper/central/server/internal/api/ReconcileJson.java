package org.keyhopper.central.server.internal.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Base64;
import java.util.Locale;
import org.keyhopper.central.enrolment.DeviceReport;
import org.keyhopper.central.reconcile.ProofOrder;
import org.keyhopper.central.reconcile.ReconcileResult;
import org.keyhopper.central.reconcile.UnclearRecipient;
import org.keyhopper.core.request.OutcomeRecord;

/** Unclear recipients and what was found out about them, as JSON. */
final class ReconcileJson {

    private ReconcileJson() {}

    static JsonObject of(UnclearRecipient unclear, Locale locale) {
        JsonObject object = new JsonObject();
        object.addProperty("position", unclear.state().id().position());
        object.addProperty("user", unclear.state().recipient().user());
        object.addProperty("displayName", unclear.state().recipient().displayName());
        unclear.state()
                .last()
                .flatMap(OutcomeRecord::problem)
                .ifPresent(problem -> object.add("reason", ProblemReply.json(problem, locale)));
        unclear.claimedUntil().ifPresent(time -> object.addProperty("claimedUntil", time.toString()));
        unclear.last().ifPresent(enrolment -> {
            object.addProperty("claim", enrolment.claim());
            object.addProperty("station", enrolment.station());
            object.addProperty("state", enrolment.state().name());
            enrolment.begun().ifPresent(begun -> object.add("device", device(begun.device())));
            enrolment
                    .made()
                    .ifPresent(made -> object.addProperty(
                            "credentialId", made.credential().id().base64Url()));
        });
        return object;
    }

    static JsonObject of(ReconcileResult result) {
        JsonArray passkeys = new JsonArray();
        result.passkeys().forEach(passkeys::add);
        JsonObject object = new JsonObject();
        object.addProperty("outcome", result.outcome().name());
        object.addProperty("finding", result.finding().name());
        object.add("passkeys", passkeys);
        result.until().ifPresent(time -> object.addProperty("until", time.toString()));
        return object;
    }

    static JsonObject of(ProofOrder order) {
        JsonObject recipient = new JsonObject();
        recipient.addProperty("position", order.id().position());
        recipient.addProperty("user", order.recipient().user());
        recipient.addProperty("displayName", order.recipient().displayName());
        JsonObject object = new JsonObject();
        object.addProperty("claim", order.claim());
        object.addProperty("expires", order.expires().toString());
        object.add("recipient", recipient);
        object.add("device", device(order.device()));
        object.addProperty("credentialId", order.credential().base64Url());
        object.addProperty("rpId", order.rpId());
        object.addProperty(
                "proofClientDataJSON", Base64.getUrlEncoder().withoutPadding().encodeToString(order.proofClientData()));
        return object;
    }

    private static JsonObject device(DeviceReport device) {
        JsonObject object = new JsonObject();
        object.addProperty("aaguid", device.aaguid().toString());
        object.addProperty("model", device.model());
        device.serial().ifPresent(serial -> object.addProperty("serial", serial));
        return object;
    }
}
