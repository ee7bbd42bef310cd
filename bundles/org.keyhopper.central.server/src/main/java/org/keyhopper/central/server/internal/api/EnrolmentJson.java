package org.keyhopper.central.server.internal.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Base64;
import java.util.Locale;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.central.enrolment.BegunEnrolment;
import org.keyhopper.central.enrolment.ClaimedRecipient;

/** Claims and options as JSON; the options in the form of WebAuthn level 3 section 5.1.8. */
final class EnrolmentJson {

    private EnrolmentJson() {}

    static JsonObject of(ClaimedRecipient claimed, Locale locale) {
        JsonObject recipient = new JsonObject();
        recipient.addProperty("position", claimed.id().position());
        recipient.addProperty("user", claimed.recipient().user());
        recipient.addProperty("displayName", claimed.recipient().displayName());
        JsonArray obstacles = new JsonArray();
        claimed.eligibility().obstacles().forEach(problem -> obstacles.add(ProblemReply.json(problem, locale)));
        JsonObject object = new JsonObject();
        object.addProperty("claim", claimed.claim());
        object.addProperty("expires", claimed.expires().toString());
        object.addProperty("request", claimed.id().request().value());
        object.addProperty("directory", claimed.directory());
        object.add("recipient", recipient);
        object.add("obstacles", obstacles);
        object.addProperty("attestationEnforced", claimed.eligibility().attestationEnforced());
        return object;
    }

    static JsonObject of(BegunEnrolment begun, boolean pinKept) {
        EnrolmentOptions options = begun.options();
        JsonObject object = new JsonObject();
        object.add("publicKey", publicKey(options));
        object.addProperty("origin", options.relyingParty().origin());
        object.addProperty("expires", options.expires().toString());
        object.addProperty("proofClientDataJSON", text(begun.proofClientData()));
        object.addProperty("pinKept", pinKept);
        return object;
    }

    private static JsonObject publicKey(EnrolmentOptions options) {
        JsonObject rp = new JsonObject();
        rp.addProperty("id", options.relyingParty().id());
        rp.addProperty("name", options.relyingParty().name());
        JsonObject user = new JsonObject();
        user.addProperty("id", text(options.account().handle()));
        user.addProperty("name", options.account().name());
        user.addProperty("displayName", options.account().displayName());
        JsonArray parameters = new JsonArray();
        options.algorithms().forEach(algorithm -> {
            JsonObject parameter = new JsonObject();
            parameter.addProperty("type", "public-key");
            parameter.addProperty("alg", algorithm);
            parameters.add(parameter);
        });
        JsonArray exclude = new JsonArray();
        options.exclude().forEach(id -> {
            JsonObject descriptor = new JsonObject();
            descriptor.addProperty("type", "public-key");
            descriptor.addProperty("id", id.base64Url());
            exclude.add(descriptor);
        });
        JsonObject extensions = new JsonObject();
        extensions.addProperty("hmacCreateSecret", options.extensions().hmacSecret());
        options.extensions().credProtect().ifPresent(level -> extensions.addProperty("credentialProtection", level));
        extensions.addProperty(
                "enforceCredentialProtection", options.extensions().credProtectEnforced());
        JsonObject object = new JsonObject();
        object.add("rp", rp);
        object.add("user", user);
        object.addProperty("challenge", options.challenge());
        object.add("pubKeyCredParams", parameters);
        object.add("excludeCredentials", exclude);
        object.addProperty("attestation", options.attestation().name().toLowerCase(Locale.ROOT));
        object.add("extensions", extensions);
        return object;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
