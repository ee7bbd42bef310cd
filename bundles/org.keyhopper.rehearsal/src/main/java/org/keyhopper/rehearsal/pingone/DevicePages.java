package org.keyhopper.rehearsal.pingone;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.rehearsal.sandbox.Call;
import org.keyhopper.rehearsal.sandbox.Enrolled;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.Misbehaviour;
import org.keyhopper.rehearsal.sandbox.RefusedException;
import org.keyhopper.rehearsal.sandbox.RelyingParty;
import org.keyhopper.rehearsal.sandbox.Reply;
import org.keyhopper.rehearsal.sandbox.Rule;
import org.keyhopper.rehearsal.sandbox.SandboxUser;
import org.keyhopper.rehearsal.sandbox.VerifiedKey;

/** The FIDO2 devices of users, as PingOne shows and takes them. */
final class DevicePages {

    static final int MOST = 10;
    static final String ACTIVATE = "application/vnd.pingidentity.device.activate+json";
    private static final Set<String> CREATE_MEMBERS = Set.of("type", "rp", "policy", "nickname");

    private final PingOneTenant tenant;
    private final PingOnePolicies policies;
    private final Duration optionsLife;
    private final RelyingParty relyingParty = new RelyingParty(PingOnePolicies.RP_ID, DeviceOptions.ALGORITHMS);

    DevicePages(PingOneTenant tenant, PingOnePolicies policies, Duration optionsLife) {
        this.tenant = tenant;
        this.policies = policies;
        this.optionsLife = optionsLife;
    }

    Reply create(SandboxUser user, Call call, Optional<Rule> rule) {
        JsonObject body = Json.read(call.body()).orElseGet(JsonObject::new);
        if (!call.contentType().equals("application/json") || !CREATE_MEMBERS.containsAll(body.keySet())) {
            return PingOneReply.malformed("A device is created from JSON with the members " + CREATE_MEMBERS + ".");
        }
        if (!policies.isEnabled()
                || Json.text(body, "type").filter("FIDO2"::equals).isEmpty()) {
            return PingOneReply.invalid("type", "FIDO2 is not enabled in the policy of the user.");
        }
        if (!tenant.hasMfa(user.id())) {
            return PingOneReply.malformed("The request could not be completed. MFA is not enabled for the user.");
        }
        List<CredentialId> registered = tenant.credentialsOf(user.id());
        if (registered.size() >= MOST) {
            return PingOneReply.limit(MOST);
        }
        Duration life = does(rule, Misbehaviour.OPTIONS_EXPIRED) ? Duration.ofMillis(1) : optionsLife;
        byte[] challenge = DeviceOptions.challenge();
        Instant now = Instant.now();
        Enrolled device = new Enrolled(
                UUID.randomUUID().toString(),
                user.id(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(challenge),
                now.plus(life),
                now,
                Json.text(body, "nickname"),
                Optional.empty());
        tenant.add(device);
        boolean asText = does(rule, Misbehaviour.OPTIONS_AS_TEXT);
        JsonObject options = DeviceOptions.write(user, challenge, registered, life, asText);
        JsonElement written =
                does(rule, Misbehaviour.OPTIONS_WRAPPED) ? options : new JsonPrimitive(options.toString());
        JsonObject answer = DeviceJson.of(device);
        answer.add("publicKeyCredentialCreationOptions", written);
        return Reply.json(201, answer);
    }

    Reply activate(SandboxUser user, String id, Call call, Optional<Rule> rule) {
        Optional<Enrolled> waiting = tenant.of(user.id(), id);
        if (waiting.isEmpty()) {
            return PingOneReply.notFound("The device");
        }
        if (!call.contentType().equals(ACTIVATE)) {
            return PingOneReply.malformed("There is no such operation with the content type " + call.contentType());
        }
        if (waiting.get().active().isPresent()) {
            return PingOneReply.invalid("status", "The device is active already.");
        }
        if (does(rule, Misbehaviour.STATUS_ODD)) {
            return Reply.ok(DeviceJson.of(waiting.get()));
        }
        try {
            return verified(waiting.get(), Activation.read(call.body()), rule);
        } catch (RefusedException refused) {
            return PingOneReply.invalid("attestation", refused.getMessage());
        }
    }

    private Reply verified(Enrolled waiting, Activation activation, Optional<Rule> rule) throws RefusedException {
        if (!activation.hasGoodOrigin(PingOnePolicies.RP_ID)) {
            return PingOneReply.invalid("origin", "The origin does not match.");
        }
        if (Instant.now().isAfter(waiting.expires())) {
            return PingOneReply.invalid("attestation", "The challenge has expired.");
        }
        VerifiedKey key = relyingParty.verify(
                activation.id(),
                activation.origin(),
                waiting.challenge(),
                activation.clientDataJson(),
                activation.attestationObject());
        Optional<Reply> objection = policies.objection(key);
        if (objection.isPresent()) {
            return objection.get();
        }
        if (tenant.credential(activation.id()).isPresent()) {
            return PingOneReply.uniqueness();
        }
        Duration lag = rule.filter(one -> one.misbehaviour() == Misbehaviour.VISIBLE_LATE)
                .flatMap(Rule::time)
                .orElse(Duration.ZERO);
        Enrolled.Active active =
                new Enrolled.Active(activation.id(), key, Instant.now().plus(lag));
        return tenant.change(waiting.id(), device -> device.activated(active))
                .map(device -> Reply.ok(DeviceJson.of(device)))
                .orElseGet(() -> PingOneReply.notFound("The device"));
    }

    Reply list(SandboxUser user) {
        return PingOneReply.list(
                "devices",
                tenant.of(user.id()).stream()
                        .filter(Enrolled::isVisible)
                        .map(DeviceJson::of)
                        .toList());
    }

    Reply read(SandboxUser user, String id) {
        return tenant.of(user.id(), id)
                .filter(Enrolled::isVisible)
                .map(device -> Reply.ok(DeviceJson.of(device)))
                .orElseGet(() -> PingOneReply.notFound("The device"));
    }

    Reply rename(SandboxUser user, String id, Call call) {
        JsonObject body = Json.read(call.body()).orElseGet(JsonObject::new);
        Optional<String> name = Json.text(body, "nickname");
        if (body.size() != 1
                || name.isEmpty()
                || name.get().codePointCount(0, name.get().length()) > 100) {
            return PingOneReply.invalid("nickname", "The nickname must have at most 100 characters.");
        }
        if (tenant.of(user.id(), id).isEmpty()) {
            return PingOneReply.notFound("The device");
        }
        tenant.change(id, device -> device.named(name.get()));
        return Reply.ok(Json.object("nickname", name.get()));
    }

    Reply delete(SandboxUser user, String id) {
        return tenant.delete(user.id(), id) ? Reply.empty(204) : PingOneReply.notFound("The device");
    }

    private static boolean does(Optional<Rule> rule, Misbehaviour misbehaviour) {
        return rule.filter(one -> one.misbehaviour() == misbehaviour).isPresent();
    }
}
