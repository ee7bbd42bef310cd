package org.keyhopper.rehearsal.entra;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.keyhopper.rehearsal.sandbox.Json;

/** The passkey policy of the sandbox, in the form of Graph. */
final class SandboxPolicy {

    private SandboxPolicy() {}

    /** Everybody may, with any model, without attestation. */
    static JsonObject open() {
        return Json.object(
                "id",
                "Fido2",
                "state",
                "enabled",
                "isSelfServiceRegistrationAllowed",
                true,
                "isAttestationEnforced",
                false,
                "keyRestrictions",
                restrictions(false, "allow", List.of()),
                "includeTargets",
                List.of(Json.object("targetType", "group", "id", "all_users")),
                "excludeTargets",
                List.of());
    }

    private static JsonObject restrictions(boolean enforced, String type, List<UUID> models) {
        return Json.object("isEnforced", enforced, "enforcementType", type, "aaGuids", models);
    }

    /** Returns what the policy has against a registration, if anything. Profiles are not looked at. */
    static Optional<String> objection(JsonObject policy, UUID aaguid, boolean attested) {
        if (!"enabled".equals(Json.text(policy, "state").orElse("enabled"))) {
            return Optional.of("The FIDO2 method is not enabled for the user by policy.");
        }
        if (!Json.flag(policy, "isSelfServiceRegistrationAllowed", true)) {
            return Optional.of("Self-service registration is not allowed by policy.");
        }
        JsonObject restrictions = Json.at(policy, "keyRestrictions");
        boolean listed = Json.texts(restrictions, "aaGuids").stream()
                .anyMatch(one -> one.toLowerCase(Locale.ROOT).equals(aaguid.toString()));
        boolean allow =
                "allow".equals(Json.text(restrictions, "enforcementType").orElse("allow"));
        if (Json.flag(restrictions, "isEnforced", false) && listed != allow) {
            return Optional.of("The AAGUID " + aaguid + " is not allowed by the key restrictions.");
        }
        return Json.flag(policy, "isAttestationEnforced", false) && !attested
                ? Optional.of("The attestation of the authenticator is required by policy.")
                : Optional.empty();
    }
}
