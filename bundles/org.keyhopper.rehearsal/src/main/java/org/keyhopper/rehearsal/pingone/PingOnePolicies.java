package org.keyhopper.rehearsal.pingone;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.Reply;
import org.keyhopper.rehearsal.sandbox.VerifiedKey;

/** The FIDO policy, and the device authentication policy that names it. */
final class PingOnePolicies {

    static final String RP_ID = "pingone.eu";
    private static final String FIDO_POLICY = "3c1de1a0-0000-4000-8000-000000000001";
    private static final String DEVICE_POLICY = "3c1de1a0-0000-4000-8000-000000000002";

    private final PingOneTenant tenant;

    PingOnePolicies(PingOneTenant tenant) {
        this.tenant = tenant;
    }

    static JsonObject relyingParty() {
        return Json.object("id", RP_ID, "name", "PingOne");
    }

    /** Everybody may, with any model; proof of the model is asked for and not insisted on. */
    static JsonObject open() {
        return Json.object(
                "id",
                FIDO_POLICY,
                "name",
                "Passkeys",
                "default",
                true,
                "enabled",
                true,
                "relyingPartyId",
                RP_ID,
                "attestationRequirements",
                "NONE",
                "authenticatorAttachment",
                "BOTH",
                "discoverableCredentials",
                "REQUIRED",
                "userVerification",
                Json.object("option", "REQUIRED"),
                "mdsAuthenticatorsRequirements",
                Json.object("option", "NONE"));
    }

    Reply fidoPolicies() {
        JsonObject policy = tenant.policy();
        policy.remove("enabled");
        return PingOneReply.list("fido2Policies", List.of(policy));
    }

    Reply devicePolicies() {
        boolean enabled = Json.flag(tenant.policy(), "enabled", true);
        JsonObject policy = Json.object(
                "id",
                DEVICE_POLICY,
                "name",
                "Default",
                "default",
                true,
                "fido2",
                Json.object("enabled", enabled, "fido2PolicyId", FIDO_POLICY));
        return PingOneReply.list("deviceAuthenticationPolicies", List.of(policy));
    }

    /** The models that the policy names; their ids are PingOne's own. */
    Reply models() {
        List<JsonObject> models = allowed().stream()
                .map(aaguid -> Json.object("id", idOf(aaguid), "aaguid", aaguid, "description", "Rehearsal"))
                .toList();
        return PingOneReply.list("fidoDevicesMetadata", models);
    }

    private List<String> allowed() {
        return Json.texts(tenant.policy(), "allowedModels");
    }

    private static UUID idOf(String aaguid) {
        return UUID.nameUUIDFromBytes(aaguid.getBytes(StandardCharsets.US_ASCII));
    }

    /** Returns a policy that allows these models alone. */
    static JsonObject only(List<String> aaguids) {
        JsonObject policy = open();
        policy.add("allowedModels", Json.array(aaguids));
        List<JsonObject> ids =
                aaguids.stream().map(aaguid -> Json.object("id", idOf(aaguid))).toList();
        policy.add("mdsAuthenticatorsRequirements", Json.object("option", "SPECIFIC", "allowedAuthenticators", ids));
        return policy;
    }

    boolean isEnabled() {
        return Json.flag(tenant.policy(), "enabled", true);
    }

    /** Returns what is against a registration, if anything. */
    Optional<Reply> objection(VerifiedKey key) {
        boolean specific = Json.text(Json.at(tenant.policy(), "mdsAuthenticatorsRequirements"), "option")
                .filter("SPECIFIC"::equals)
                .isPresent();
        if (specific && !allowed().contains(key.aaguid().toString())) {
            return Optional.of(PingOneReply.invalid("attestation", "The AAGUID " + key.aaguid() + " is not allowed."));
        }
        boolean direct = Json.text(tenant.policy(), "attestationRequirements")
                .filter("DIRECT"::equals)
                .isPresent();
        return direct && !key.attested()
                ? Optional.of(PingOneReply.invalid("attestation", "The attestation is missing."))
                : Optional.empty();
    }
}
