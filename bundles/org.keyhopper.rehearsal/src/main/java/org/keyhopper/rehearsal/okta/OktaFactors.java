package org.keyhopper.rehearsal.okta;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
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
import org.keyhopper.rehearsal.sandbox.EnrolmentKeeper;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.Misbehaviour;
import org.keyhopper.rehearsal.sandbox.RefusedException;
import org.keyhopper.rehearsal.sandbox.RelyingParty;
import org.keyhopper.rehearsal.sandbox.Reply;
import org.keyhopper.rehearsal.sandbox.Rule;
import org.keyhopper.rehearsal.sandbox.SandboxUser;
import org.keyhopper.rehearsal.sandbox.TokenIssuer;
import org.keyhopper.rehearsal.sandbox.VerifiedKey;

/** The WebAuthn factors of users, as Okta shows and takes them. The relying party is the org's own host. */
final class OktaFactors {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final List<Integer> ALGORITHMS = List.of(-7, -257);
    private static final Set<String> BODY = Set.of("attestation", "clientData");

    private final EnrolmentKeeper org;
    private final RelyingParty relyingParty = new RelyingParty(OktaSandbox.HOST, ALGORITHMS);

    OktaFactors(EnrolmentKeeper org) {
        this.org = org;
    }

    Reply enrol(SandboxUser user, Call call, Optional<Rule> rule) {
        JsonObject body = Json.read(call.body()).orElseGet(JsonObject::new);
        boolean good = body.keySet().equals(Set.of("factorType", "provider"))
                && Json.text(body, "factorType").filter("webauthn"::equals).isPresent()
                && Json.text(body, "provider").filter("FIDO"::equals).isPresent()
                && call.contentType().equals("application/json");
        if (!good) {
            return OktaReply.invalid("A factor is enrolled with factorType webauthn and provider FIDO.");
        }
        Instant now = Instant.now();
        Duration life = does(rule, Misbehaviour.OPTIONS_EXPIRED) ? Duration.ofMillis(1) : LIFE;
        Enrolled factor = new Enrolled(
                UUID.randomUUID().toString(),
                user.id(),
                TokenIssuer.random(16),
                now.plus(life),
                now,
                Optional.empty(),
                Optional.empty());
        JsonObject answer = json(factor);
        answer.add("_embedded", Json.object("activation", activation(user, factor, life)));
        org.add(factor);
        return Reply.ok(answer);
    }

    private JsonObject activation(SandboxUser user, Enrolled factor, Duration life) {
        byte[] handle = user.id().substring(0, 23).getBytes(StandardCharsets.US_ASCII);
        List<JsonObject> exclude = org.credentialsOf(user.id()).stream()
                .map(id -> Json.object("type", "public-key", "id", id.base64Url()))
                .toList();
        return Json.object(
                "rp", Json.object("name", "Contoso"),
                "user",
                        Json.object(
                                "displayName", user.displayName(),
                                "name", user.userPrincipalName(),
                                "id", Base64.getUrlEncoder().withoutPadding().encodeToString(handle)),
                "challenge", factor.challenge(),
                "timeout", life.equals(LIFE) ? null : life.toMillis(),
                "pubKeyCredParams",
                        ALGORITHMS.stream()
                                .map(alg -> Json.object("type", "public-key", "alg", alg))
                                .toList(),
                "excludeCredentials", exclude,
                "authenticatorSelection", Json.object("userVerification", "required", "requireResidentKey", true),
                "attestation", "direct");
    }

    Reply activate(SandboxUser user, String id, Call call, Optional<Rule> rule) {
        Optional<Enrolled> waiting = org.of(user.id(), id);
        if (waiting.isEmpty()) {
            return OktaReply.notFound(id);
        }
        JsonObject body = Json.read(call.body()).orElseGet(JsonObject::new);
        if (!body.keySet().equals(BODY) || !call.contentType().equals("application/json")) {
            return OktaReply.invalid("An activation has the members " + BODY + " alone.");
        }
        if (waiting.get().active().isPresent()) {
            return OktaReply.invalid("The factor is active already.");
        }
        if (does(rule, Misbehaviour.STATUS_ODD)) {
            return Reply.ok(json(waiting.get()));
        }
        try {
            return verified(waiting.get(), body);
        } catch (RefusedException | IllegalArgumentException refused) {
            return OktaReply.invalid(refused.getMessage());
        }
    }

    private Reply verified(Enrolled waiting, JsonObject body) throws RefusedException {
        if (Instant.now().isAfter(waiting.expires())) {
            return OktaReply.invalid("The challenge has expired.");
        }
        byte[] attestation =
                Base64.getDecoder().decode(Json.text(body, "attestation").orElse(""));
        byte[] clientData =
                Base64.getDecoder().decode(Json.text(body, "clientData").orElse(""));
        CredentialId id = relyingParty.idWithin(attestation);
        VerifiedKey key =
                relyingParty.verify(id, "https://" + OktaSandbox.HOST, waiting.challenge(), clientData, attestation);
        if (org.credential(id).isPresent()) {
            return OktaReply.error(409, "E0000157", "The authenticator is enrolled already");
        }
        Enrolled.Active active = new Enrolled.Active(id, key, Instant.now());
        return org.change(waiting.id(), factor -> factor.activated(active))
                .map(factor -> Reply.ok(json(factor)))
                .orElseGet(() -> OktaReply.notFound(waiting.id()));
    }

    Reply list(SandboxUser user) {
        return OktaReply.list(org.of(user.id()).stream().map(OktaFactors::json).toList());
    }

    Reply read(SandboxUser user, String id) {
        return org.of(user.id(), id).map(factor -> Reply.ok(json(factor))).orElseGet(() -> OktaReply.notFound(id));
    }

    Reply delete(SandboxUser user, String id) {
        return org.delete(user.id(), id) ? Reply.empty(204) : OktaReply.notFound(id);
    }

    private static boolean does(Optional<Rule> rule, Misbehaviour misbehaviour) {
        return rule.filter(one -> one.misbehaviour() == misbehaviour).isPresent();
    }

    static JsonObject json(Enrolled factor) {
        JsonObject profile = factor.active()
                .map(one -> Json.object(
                        "credentialId", one.credentialId().base64Url(), "authenticatorName", "Security key"))
                .orElse(null);
        return Json.object(
                "id",
                factor.id(),
                "factorType",
                "webauthn",
                "provider",
                "FIDO",
                "vendorName",
                "FIDO",
                "status",
                factor.active().isPresent() ? "ACTIVE" : "PENDING_ACTIVATION",
                "created",
                factor.created(),
                "profile",
                profile);
    }
}
