package org.keyhopper.directory.entra.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.keyhopper.directory.support.json.Guid;
import org.keyhopper.directory.support.json.JsonView;

/**
 * The tenant's passkey policy, as far as it concerns registration.
 *
 * @param enabled whether passkeys are switched on
 * @param selfService whether people may register passkeys themselves, without which administrators cannot do it for them either
 * @param targets who may
 * @param excluded groups that may not
 * @param general the rules of a tenant without profiles; its id is that of the default profile
 * @param profiles of which a passkey has to satisfy one, whole
 */
record PasskeyPolicy(
        boolean enabled,
        boolean selfService,
        List<Target> targets,
        Set<String> excluded,
        Rules general,
        List<Rules> profiles) {

    static final String EVERYBODY = "all_users";
    private static final String DEVICE_BOUND = "deviceBound";

    /** A group, or {@link #EVERYBODY}, and the profiles it is given. */
    record Target(String groupId, Set<String> profileIds) {}

    /**
     * Which passkeys are allowed.
     *
     * @param name of the profile; may be empty
     * @param types passkey types as Graph has them, such as {@code deviceBound,synced}
     * @param attestation whether registration needs an attestation
     */
    record Rules(String id, String name, String types, boolean attestation, Restriction models) {

        /** Returns whether passkeys that stay on their device are allowed, and not only synced ones. */
        boolean deviceBound() {
            return types.contains(DEVICE_BOUND);
        }

        private String summary() {
            String words = types
                    + (attestation ? "; attestation enforced" : "")
                    + (models.enforced()
                            ? "; " + (models.allowList() ? "allowed" : "blocked") + " AAGUIDs: "
                                    + models.models().size()
                            : "");
            return name.isEmpty() ? words : name + ": " + words;
        }
    }

    /** Which models are allowed. */
    record Restriction(boolean enforced, boolean allowList, Set<UUID> models) {
        boolean allows(UUID model) {
            return !enforced || models.contains(model) == allowList;
        }
    }

    static PasskeyPolicy read(JsonView json) {
        Restriction restriction = restriction(json.at("keyRestrictions"));
        boolean attestation = json.flag("isAttestationEnforced").orElse(false);
        return new PasskeyPolicy(
                json.text("state").orElse("enabled").equalsIgnoreCase("enabled"),
                json.flag("isSelfServiceRegistrationAllowed").orElse(true),
                json.items("includeTargets").stream().map(PasskeyPolicy::target).toList(),
                json.items("excludeTargets").stream()
                        .flatMap(target -> target.text("id").stream())
                        .collect(Collectors.toUnmodifiableSet()),
                new Rules(
                        json.text("defaultPasskeyProfile").orElse(""),
                        "",
                        DEVICE_BOUND + ",synced",
                        attestation,
                        restriction),
                json.items("passkeyProfiles").stream()
                        .map(PasskeyPolicy::profile)
                        .toList());
    }

    /** Returns the profiles, or the rules of a tenant without them, in words of Graph. */
    String summary() {
        return (profiles.isEmpty() ? List.of(general) : profiles)
                .stream().map(Rules::summary).collect(Collectors.joining(" | "));
    }

    /** Returns every group the policy speaks of. */
    Set<String> groups() {
        Set<String> groups = new HashSet<>(excluded);
        targets.forEach(target -> groups.add(target.groupId()));
        groups.remove(EVERYBODY);
        return groups;
    }

    /** Returns the rules that hold for a member of these groups; none when the person is outside the policy. */
    List<Rules> rulesFor(Set<String> memberships) {
        boolean isExcluded =
                excluded.stream().anyMatch(group -> group.equals(EVERYBODY) || memberships.contains(group));
        return targets.stream()
                .filter(target -> !isExcluded)
                .filter(target -> target.groupId().equals(EVERYBODY) || memberships.contains(target.groupId()))
                .flatMap(target -> rulesOf(target).stream())
                .distinct()
                .toList();
    }

    /** A target without profiles gets the default one. Without any profile the tenant has not been migrated to them. */
    private List<Rules> rulesOf(Target target) {
        if (profiles.isEmpty()) {
            return List.of(general);
        }
        Set<String> granted = target.profileIds().isEmpty() ? Set.of(general.id()) : target.profileIds();
        return profiles.stream()
                .filter(profile -> granted.contains(profile.id()))
                .toList();
    }

    private static Target target(JsonView json) {
        return new Target(json.text("id").orElse(""), Set.copyOf(json.texts("allowedPasskeyProfiles")));
    }

    private static Rules profile(JsonView json) {
        return new Rules(
                json.text("id").orElse(""),
                json.text("name").orElse(""),
                json.text("passkeyTypes").orElse(DEVICE_BOUND),
                !json.text("attestationEnforcement").orElse("disabled").equalsIgnoreCase("disabled"),
                restriction(json.at("keyRestrictions")));
    }

    private static Restriction restriction(JsonView json) {
        return new Restriction(
                json.flag("isEnforced").orElse(false),
                json.text("enforcementType").orElse("").equalsIgnoreCase("allow"),
                json.texts("aaGuids").stream()
                        .flatMap(text -> Guid.parse(text).stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
