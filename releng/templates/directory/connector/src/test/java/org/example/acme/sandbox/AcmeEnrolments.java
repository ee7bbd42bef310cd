package org.example.acme.sandbox;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
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

/** Passkeys, from the beginning of their enrolment on. Registrations are verified as WebAuthn section 7.1 says. */
final class AcmeEnrolments {

    static final String RP_ID = AcmeSandbox.TENANT + ".acme.example";

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final List<Integer> ALGORITHMS = List.of(-7, -257);

    private final EnrolmentKeeper tenant;
    private final RelyingParty relyingParty = new RelyingParty(RP_ID, ALGORITHMS);

    AcmeEnrolments(EnrolmentKeeper tenant) {
        this.tenant = tenant;
    }

    Reply begin(SandboxUser user, Optional<Rule> rule) {
        boolean expired = rule.filter(one -> one.misbehaviour() == Misbehaviour.OPTIONS_EXPIRED)
                .isPresent();
        Duration life = expired ? Duration.ofMillis(1) : LIFE;
        Instant now = Instant.now();
        Enrolled begun = new Enrolled(
                UUID.randomUUID().toString(),
                user.id(),
                TokenIssuer.random(16),
                now.plus(life),
                now,
                Optional.empty(),
                Optional.empty());
        tenant.add(begun);
        JsonObject json = json(begun);
        json.add("options", options(user, begun, life));
        return Reply.ok(json);
    }

    private JsonObject options(SandboxUser user, Enrolled begun, Duration life) {
        byte[] handle = user.id().getBytes(StandardCharsets.US_ASCII);
        List<JsonObject> exclude = tenant.credentialsOf(user.id()).stream()
                .map(id -> Json.object("type", "public-key", "id", id.base64Url()))
                .toList();
        return Json.object(
                "rp", Json.object("id", RP_ID, "name", "Contoso"),
                "user",
                        Json.object(
                                "id", Base64.getUrlEncoder().withoutPadding().encodeToString(handle),
                                "name", user.userPrincipalName(),
                                "displayName", user.displayName()),
                "challenge", begun.challenge(),
                "timeout", life.toMillis(),
                "pubKeyCredParams",
                        ALGORITHMS.stream()
                                .map(algorithm -> Json.object("type", "public-key", "alg", algorithm))
                                .toList(),
                "excludeCredentials", exclude,
                "authenticatorSelection", Json.object("userVerification", "required", "requireResidentKey", true),
                "attestation", "direct");
    }

    Reply finish(SandboxUser user, String id, Call call) {
        Optional<Enrolled> pending =
                tenant.of(user.id(), id).filter(one -> one.active().isEmpty());
        if (pending.isEmpty()) {
            return AcmeReply.notFound("pending passkey " + id);
        }
        try {
            return verified(pending.get(), Json.read(call.body()).orElseGet(JsonObject::new));
        } catch (RefusedException | IllegalArgumentException refused) {
            return AcmeReply.error(400, "invalid", refused.getMessage());
        }
    }

    private Reply verified(Enrolled pending, JsonObject body) throws RefusedException {
        if (Instant.now().isAfter(pending.expires())) {
            return AcmeReply.error(400, "challenge-expired", "The challenge has expired");
        }
        byte[] attestation = bytes(body, "attestationObject");
        CredentialId id = relyingParty.idWithin(attestation);
        VerifiedKey key = relyingParty.verify(
                id, "https://" + RP_ID, pending.challenge(), bytes(body, "clientDataJSON"), attestation);
        if (tenant.credential(id).isPresent()) {
            return AcmeReply.error(409, "duplicate", "It is registered already");
        }
        Enrolled.Active active = new Enrolled.Active(id, key, Instant.now());
        return tenant.change(pending.id(), one -> one.activated(active))
                .map(one -> Reply.ok(json(one)))
                .orElseGet(() -> AcmeReply.notFound("pending passkey"));
    }

    private static byte[] bytes(JsonObject body, String name) {
        return Base64.getUrlDecoder().decode(Json.text(body, name).orElse(""));
    }

    Reply list(SandboxUser user) {
        return AcmeReply.list(
                tenant.of(user.id()).stream().map(AcmeEnrolments::json).toList());
    }

    Reply read(SandboxUser user, String id) {
        return tenant.of(user.id(), id)
                .map(one -> Reply.ok(json(one)))
                .orElseGet(() -> AcmeReply.notFound("passkey " + id));
    }

    Reply delete(SandboxUser user, String id) {
        return tenant.delete(user.id(), id) ? Reply.empty(204) : AcmeReply.notFound("passkey " + id);
    }

    static JsonObject json(Enrolled passkey) {
        return Json.object(
                "id", passkey.id(),
                "status", passkey.active().isPresent() ? "active" : "pending",
                "created", passkey.created(),
                "name", passkey.active().map(active -> "Security key").orElse(null),
                "credentialId",
                        passkey.active()
                                .map(active -> active.credentialId().base64Url())
                                .orElse(null));
    }
}
