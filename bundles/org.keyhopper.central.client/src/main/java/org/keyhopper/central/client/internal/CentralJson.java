package org.keyhopper.central.client.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Eligibility;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.core.central.BegunEnrolment;
import org.keyhopper.core.central.ClaimedRecipient;
import org.keyhopper.core.central.DeviceReport;
import org.keyhopper.core.central.RegisteredEnrolment;
import org.keyhopper.core.central.ReleaseOrder;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.fido.Assertion;

/** The values of claims and enrolments as JSON; options in the form of WebAuthn level 3 section 5.1.8. */
final class CentralJson {

    private CentralJson() {}

    static String ofEnrolment(DeviceReport device, Optional<SealedCopies> pin) {
        JsonObject body = new JsonObject();
        body.add("device", of(device));
        pin.ifPresent(it -> it.addTo(body, "sealedPin"));
        return body.toString();
    }

    static String of(String printer, Optional<DeviceReport> device) {
        JsonObject body = new JsonObject();
        if (!printer.isEmpty()) {
            body.addProperty("printer", printer);
        }
        device.ifPresent(it -> body.add("device", of(it)));
        return body.toString();
    }

    private static JsonObject of(DeviceReport report) {
        JsonArray versions = new JsonArray();
        report.info().versions().forEach(versions::add);
        JsonObject options = new JsonObject();
        report.info().options().forEach(options::addProperty);
        JsonArray algorithms = new JsonArray();
        report.info().algorithms().forEach(algorithms::add);
        JsonObject device = new JsonObject();
        device.addProperty("aaguid", report.info().aaguid().toString());
        device.addProperty("model", report.model());
        report.serial().ifPresent(serial -> device.addProperty("serial", serial));
        device.add("versions", versions);
        device.add("options", options);
        device.add("algorithms", algorithms);
        return device;
    }

    static String of(NewCredential credential, String name, boolean pinAccepted) {
        JsonArray transports = new JsonArray();
        credential.transports().forEach(transports::add);
        JsonObject body = new JsonObject();
        body.addProperty("credentialId", credential.id().base64Url());
        body.addProperty("clientDataJSON", text(credential.clientDataJson()));
        body.addProperty("attestationObject", text(credential.attestationObject()));
        body.add("transports", transports);
        body.addProperty("passkeyName", name);
        body.addProperty("pinAccepted", pinAccepted);
        return body.toString();
    }

    static String of(CredentialId credential, Assertion assertion) {
        JsonObject body = new JsonObject();
        body.addProperty("credentialId", credential.base64Url());
        body.addProperty("authenticatorData", text(assertion.authenticatorData()));
        body.addProperty("signature", text(assertion.signature()));
        return body.toString();
    }

    static String of(ReleaseOrder order) {
        JsonObject body = new JsonObject();
        body.addProperty("reason", order.reason());
        body.addProperty("skip", order.skip());
        body.addProperty("deviceClean", order.deviceClean());
        return body.toString();
    }

    static ClaimedRecipient claimed(JsonObject body) throws BadReplyException {
        RequestId request = new RequestId(Members.text(body, "request"));
        int position = (int) Members.number(Members.object(body, "recipient"), "position");
        List<Problem> obstacles = new ArrayList<>();
        for (JsonObject obstacle : Members.list(body, "obstacles", JsonElement::getAsJsonObject)) {
            obstacles.add(HttpReply.problem(obstacle, "").orElseThrow(() -> new BadReplyException("obstacles")));
        }
        return new ClaimedRecipient(
                Members.number(body, "claim"),
                Members.instant(body, "expires"),
                new RecipientId(request, position),
                new Eligibility(obstacles, Members.flag(body, "attestationEnforced")));
    }

    static RegisteredEnrolment registered(JsonObject body) throws BadReplyException {
        return new RegisteredEnrolment(Members.text(body, "passkey"), flag(body, "pinConfirmed"));
    }

    static BegunEnrolment begun(JsonObject body) throws BadReplyException {
        JsonObject key = Members.object(body, "publicKey");
        JsonObject rp = Members.object(key, "rp");
        JsonObject user = Members.object(key, "user");
        EnrolmentOptions options = new EnrolmentOptions(
                "",
                new EnrolmentOptions.RelyingParty(
                        Members.text(rp, "id"), Members.text(rp, "name"), Members.text(body, "origin")),
                new EnrolmentOptions.Account(
                        Members.bytes(user, "id"), Members.text(user, "name"), Members.text(user, "displayName")),
                Members.text(key, "challenge"),
                Members.list(key, "pubKeyCredParams", it -> (int) Members.number(it.getAsJsonObject(), "alg")),
                Members.list(
                        key, "excludeCredentials", it -> CredentialId.of(Members.bytes(it.getAsJsonObject(), "id"))),
                extensions(Members.object(key, "extensions")),
                Members.constant(key, "attestation", EnrolmentOptions.Attestation.class),
                Members.instant(body, "expires"));
        return new BegunEnrolment(options, Members.bytes(body, "proofClientDataJSON"), flag(body, "pinKept"));
    }

    private static EnrolmentOptions.Extensions extensions(JsonObject object) throws BadReplyException {
        OptionalInt level = object.has("credentialProtection")
                ? OptionalInt.of((int) Members.number(object, "credentialProtection"))
                : OptionalInt.empty();
        return new EnrolmentOptions.Extensions(
                flag(object, "hmacCreateSecret"), level, flag(object, "enforceCredentialProtection"));
    }

    private static boolean flag(JsonObject object, String name) {
        return Members.optional(object, name).map(JsonElement::getAsBoolean).orElse(false);
    }

    static UUID uuid(JsonObject object, String name) throws BadReplyException {
        try {
            return UUID.fromString(Members.text(object, name));
        } catch (IllegalArgumentException e) {
            throw new BadReplyException(name);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
