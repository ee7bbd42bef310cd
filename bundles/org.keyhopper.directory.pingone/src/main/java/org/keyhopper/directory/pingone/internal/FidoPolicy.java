package org.keyhopper.directory.pingone.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.directory.support.json.Guid;
import org.keyhopper.directory.support.json.JsonView;

/**
 * The policies in force, as far as they concern registration.
 *
 * @param enabled whether FIDO2 is switched on in the device authentication policy
 * @param relyingParty for which passkeys are made, if told
 * @param takesKeys whether anything but the built-in authenticator of a computer is taken
 * @param attestation whether proof of the model is wanted
 * @param models the only ones allowed; empty when any is, or when it cannot be told
 */
record FidoPolicy(
        boolean enabled,
        Optional<String> relyingParty,
        boolean takesKeys,
        boolean attestation,
        Optional<Set<UUID>> models) {

    /** @param models what PingOne knows of models: its own ids, and the AAGUID of each */
    static FidoPolicy read(JsonView devicePolicy, JsonView fidoPolicy, List<JsonView> models) {
        return new FidoPolicy(
                devicePolicy.flag("fido2", "enabled").orElse(true),
                fidoPolicy.text("relyingPartyId"),
                !fidoPolicy.text("authenticatorAttachment").orElse("BOTH").equals("PLATFORM"),
                fidoPolicy.text("attestationRequirements").orElse("NONE").equals("DIRECT"),
                allowed(fidoPolicy.at("mdsAuthenticatorsRequirements"), aaguids(models)));
    }

    private static Map<String, UUID> aaguids(List<JsonView> models) {
        Map<String, UUID> aaguids = new HashMap<>();
        for (JsonView model : models) {
            Optional<UUID> aaguid = model.text("aaguid").flatMap(Guid::parse);
            model.text("id").ifPresent(id -> aaguid.ifPresent(value -> aaguids.put(id, value)));
        }
        return aaguids;
    }

    /** One id that cannot be translated makes the whole list no ground to refuse on. */
    private static Optional<Set<UUID>> allowed(JsonView rule, Map<String, UUID> aaguids) {
        List<String> ids = rule.items("allowedAuthenticators").stream()
                .flatMap(entry -> entry.text("id").stream())
                .toList();
        boolean specific = rule.text("option").filter("SPECIFIC"::equals).isPresent();
        return specific && aaguids.keySet().containsAll(ids)
                ? Optional.of(ids.stream().map(aaguids::get).collect(Collectors.toUnmodifiableSet()))
                : Optional.empty();
    }

    /** Returns what stands in the way of everybody. */
    List<Problem> obstacles() {
        List<Problem> found = new ArrayList<>();
        if (!enabled) {
            found.add(Problem.of(DirectoryProblem.METHOD_DISABLED));
        }
        if (!takesKeys) {
            found.add(Problem.of(DirectoryProblem.METHOD_DISABLED)
                    .withDetail("the FIDO policy takes platform authenticators only"));
        }
        return found;
    }

    /** Returns what stands in the way of this device. */
    List<Problem> obstacles(AuthenticatorInfo device) {
        List<Problem> found = new ArrayList<>(obstacles());
        if (models.filter(allowed -> !allowed.contains(device.aaguid())).isPresent()) {
            found.add(Problem.of(
                    DirectoryProblem.AAGUID_NOT_ALLOWED, device.aaguid().toString()));
        }
        if (attestation && !device.supportsCtap2()) {
            found.add(Problem.of(DirectoryProblem.ATTESTATION_REFUSED));
        }
        return List.copyOf(found);
    }
}
