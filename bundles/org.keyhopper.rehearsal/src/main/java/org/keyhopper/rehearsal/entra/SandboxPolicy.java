package org.keyhopper.rehearsal.entra;

import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.VerifiedKey;

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

    /**
     * Returns what the policy has against a registration, if anything. Of the profiles that the user has been granted, one
     * has to be satisfied whole.
     *
     * @param memberships ids of the groups that the user is in
     */
    static Optional<String> objection(JsonObject policy, Set<String> memberships, VerifiedKey key) {
        if (!"enabled".equals(Json.text(policy, "state").orElse("enabled"))) {
            return Optional.of("The FIDO2 method is not enabled for the user by policy.");
        }
        if (!Json.flag(policy, "isSelfServiceRegistrationAllowed", true)) {
            return Optional.of("Self-service registration is not allowed by policy.");
        }
        List<Optional<String>> objections = granted(policy, memberships).stream()
                .map(profile -> objection(profile, key, isInMetadata(policy, key)))
                .toList();
        if (objections.isEmpty()) {
            return Optional.of("The FIDO2 method is not enabled for the user by policy.");
        }
        boolean satisfied = objections.stream().anyMatch(Optional::isEmpty);
        return satisfied ? Optional.empty() : objections.getLast();
    }

    /** A tenant without profiles has the same rules in the policy itself. */
    private static List<JsonObject> granted(JsonObject policy, Set<String> memberships) {
        boolean excluded =
                Json.objects(policy, "excludeTargets").stream().anyMatch(target -> holds(target, memberships));
        List<JsonObject> targets = Json.objects(policy, "includeTargets").stream()
                .filter(target -> !excluded && holds(target, memberships))
                .toList();
        List<JsonObject> profiles = Json.objects(policy, "passkeyProfiles");
        if (profiles.isEmpty()) {
            return targets.isEmpty() ? List.of() : List.of(asProfile(policy));
        }
        Set<String> ids = new HashSet<>();
        for (JsonObject target : targets) {
            List<String> named = Json.texts(target, "allowedPasskeyProfiles");
            ids.addAll(
                    named.isEmpty()
                            ? Json.text(policy, "defaultPasskeyProfile").stream()
                                    .toList()
                            : named);
        }
        return profiles.stream()
                .filter(profile -> ids.contains(Json.text(profile, "id").orElse("")))
                .toList();
    }

    private static boolean holds(JsonObject target, Set<String> memberships) {
        String id = Json.text(target, "id").orElse("");
        return id.equals("all_users") || memberships.contains(id);
    }

    private static JsonObject asProfile(JsonObject policy) {
        return Json.object(
                "passkeyTypes",
                "deviceBound,synced",
                "attestationEnforcement",
                Json.flag(policy, "isAttestationEnforced", false) ? "registrationOnly" : "disabled",
                "keyRestrictions",
                Json.at(policy, "keyRestrictions"));
    }

    /** The tenant's copy of the FIDO metadata, which may be older than others; without one it has every model. */
    private static boolean isInMetadata(JsonObject policy, VerifiedKey key) {
        return !policy.has("sandboxMetadata")
                || Json.texts(policy, "sandboxMetadata").stream()
                        .anyMatch(one -> one.equalsIgnoreCase(key.aaguid().toString()));
    }

    private static Optional<String> objection(JsonObject profile, VerifiedKey key, boolean isInMetadata) {
        String types = Json.text(profile, "passkeyTypes").orElse("deviceBound");
        if (!List.of(types.split("\\s*,\\s*")).contains(key.synced() ? "synced" : "deviceBound")) {
            return Optional.of("The passkey type is not allowed by policy.");
        }
        JsonObject restrictions = Json.at(profile, "keyRestrictions");
        boolean listed = Json.texts(restrictions, "aaGuids").stream()
                .anyMatch(one -> one.equalsIgnoreCase(key.aaguid().toString()));
        boolean allow =
                "allow".equals(Json.text(restrictions, "enforcementType").orElse("allow"));
        if (Json.flag(restrictions, "isEnforced", false) && listed != allow) {
            return Optional.of("The AAGUID " + key.aaguid() + " is not allowed by the key restrictions.");
        }
        boolean enforced =
                !"disabled".equals(Json.text(profile, "attestationEnforcement").orElse("disabled"));
        return enforced && !(key.attested() && isInMetadata)
                ? Optional.of("The attestation of the authenticator is required by policy.")
                : Optional.empty();
    }
}
