package org.keyhopper.directory.keycloak.internal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.EnrolmentOptions.Attestation;
import org.keyhopper.api.directory.EnrolmentOptions.RelyingParty;
import org.keyhopper.directory.support.json.Guid;
import org.keyhopper.directory.support.json.JsonView;
import org.keyhopper.directory.support.webauthn.AttestationObject;
import org.keyhopper.directory.support.webauthn.RelyingPartyId;

/**
 * A realm's WebAuthn passwordless policy. Keycloak applies it to registrations in its own pages only, so this connector
 * applies it to those of Keyhopper. User verification and a discoverable credential are not read: Keyhopper always asks for
 * both, which every policy accepts.
 *
 * @param enabled whether anyone can sign in at the realm; its admin API goes on without that
 * @param relyingParty with the origin that users sign in at, empty where none belongs to the relying party id
 * @param algorithms COSE ids, best first
 * @param attestation conveyance; direct where models are restricted, since a model is known by its attestation only
 * @param takesKeys whether anything but platform authenticators is accepted
 * @param models the only ones accepted, any when empty
 * @param life of an enrolment
 */
record PasskeyPolicy(
        boolean enabled,
        RelyingParty relyingParty,
        List<Integer> algorithms,
        Attestation attestation,
        boolean takesKeys,
        Set<UUID> models,
        Duration life) {

    private static final String PREFIX = "webAuthnPolicyPasswordless";
    private static final Duration DEFAULT_LIFE = Duration.ofMinutes(5);
    /** COSE algorithms by the names of Keycloak. */
    private static final Map<String, Integer> ALGORITHMS = new HashMap<>(Map.of(
            "ES256", -7,
            "EdDSA", -8,
            "Ed25519", -8,
            "ES384", -35,
            "ES512", -36,
            "RS256", -257,
            "RS384", -258,
            "RS512", -259,
            "RS1", -65535));

    private static final List<Integer> DEFAULT_ALGORITHMS = List.of(-7, -257);

    /**
     * Reads the policy; empty when the realm is shown without it, as to those who lack view-realm.
     *
     * @param issuer the realm's address as users see it
     */
    static Optional<PasskeyPolicy> read(JsonView realm, URI issuer) {
        return realm.text(PREFIX + "RpId").map(rpId -> {
            String id = rpId.isBlank() ? issuer.getHost() : rpId.strip();
            Set<UUID> models = realm.texts(PREFIX + "AcceptableAaguids").stream()
                    .flatMap(text -> Guid.parse(text.strip()).stream())
                    .collect(Collectors.toUnmodifiableSet());
            boolean restricted = !realm.items(PREFIX + "AcceptableAaguids").isEmpty();
            return new PasskeyPolicy(
                    realm.flag("enabled").orElse(true),
                    relyingParty(realm, id.toLowerCase(Locale.ROOT), issuer),
                    algorithms(realm),
                    restricted ? Attestation.DIRECT : attestation(realm),
                    !realm.text(PREFIX + "AuthenticatorAttachment").orElse("").equals("platform"),
                    restricted && models.isEmpty() ? Set.of(new UUID(0, 0)) : models,
                    life(realm));
        });
    }

    private static RelyingParty relyingParty(JsonView realm, String id, URI issuer) {
        Stream<String> origins =
                Stream.concat(Stream.of(origin(issuer)), realm.texts(PREFIX + "ExtraOrigins").stream());
        String origin =
                origins.filter(address -> belongs(id, address)).findFirst().orElse("");
        return new RelyingParty(id, realm.text(PREFIX + "RpEntityName").orElse(id), origin);
    }

    private static String origin(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost().toLowerCase(Locale.ROOT) + port;
    }

    private static boolean belongs(String rpId, String origin) {
        try {
            String host = URI.create(origin).getHost();
            return host != null && RelyingPartyId.covers(rpId, host);
        } catch (IllegalArgumentException unreadable) {
            return false; // of an app, which signs in by a key hash
        }
    }

    private static List<Integer> algorithms(JsonView realm) {
        List<Integer> known = realm.texts(PREFIX + "SignatureAlgorithms").stream()
                .flatMap(name -> Optional.ofNullable(ALGORITHMS.get(name)).stream())
                .distinct()
                .toList();
        return known.isEmpty() ? DEFAULT_ALGORITHMS : known;
    }

    private static Attestation attestation(JsonView realm) {
        return switch (realm.text(PREFIX + "AttestationConveyancePreference").orElse("")) {
            case "indirect" -> Attestation.INDIRECT;
            case "direct" -> Attestation.DIRECT;
            case "enterprise" -> Attestation.ENTERPRISE;
            default -> Attestation.NONE;
        };
    }

    private static Duration life(JsonView realm) {
        return realm.number(PREFIX + "CreateTimeout")
                .filter(seconds -> seconds > 0)
                .map(Duration::ofSeconds)
                .orElse(DEFAULT_LIFE);
    }

    /** Returns what stands in the way of everybody. */
    List<Problem> obstacles() {
        List<Problem> found = new ArrayList<>();
        if (!enabled) {
            found.add(Problem.of(DirectoryProblem.SWITCHED_OFF));
        }
        if (!takesKeys) {
            found.add(Problem.of(DirectoryProblem.METHOD_DISABLED)
                    .withDetail("the passwordless policy accepts platform authenticators only"));
        }
        if (relyingParty.origin().isEmpty()) {
            found.add(Problem.of(DirectoryProblem.ORIGIN_REFUSED, relyingParty.id())
                    .withDetail("neither the realm's address nor an extra origin belongs to the relying party ID"));
        }
        return found;
    }

    /** Returns what stands in the way of this device. */
    List<Problem> obstacles(AuthenticatorInfo device) {
        List<Problem> found = new ArrayList<>(obstacles());
        if (!models.isEmpty() && !models.contains(device.aaguid())) {
            found.add(Problem.of(
                    DirectoryProblem.AAGUID_NOT_ALLOWED, device.aaguid().toString()));
        }
        if (!models.isEmpty() && !device.supportsCtap2()) {
            found.add(Problem.of(DirectoryProblem.ATTESTATION_REFUSED));
        }
        return List.copyOf(found);
    }

    /** Returns what the policy has against a credential, whose signatures were verified before. */
    Optional<Problem> objection(AttestationObject made) {
        if (!enabled) {
            return Optional.of(Problem.of(DirectoryProblem.SWITCHED_OFF));
        }
        if (!Arrays.equals(made.rpIdHash(), sha256(relyingParty.id()))) {
            return Optional.of(Problem.of(DirectoryProblem.ORIGIN_REFUSED, relyingParty.origin())
                    .withDetail("made for another relying party ID than " + relyingParty.id()));
        }
        if (!algorithms.contains(made.algorithm())) {
            return Optional.of(Problem.of(DirectoryProblem.REFUSED, "policy")
                    .withDetail("the algorithm " + made.algorithm() + " is not among " + algorithms));
        }
        if (!models.isEmpty() && !models.contains(made.aaguid())) {
            return Optional.of(Problem.of(
                    DirectoryProblem.AAGUID_NOT_ALLOWED, made.aaguid().toString()));
        }
        return !models.isEmpty() && !made.certified()
                ? Optional.of(Problem.of(DirectoryProblem.ATTESTATION_REFUSED)
                        .withDetail("the attestation holds no certificate, the format is " + made.format()))
                : Optional.empty();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
