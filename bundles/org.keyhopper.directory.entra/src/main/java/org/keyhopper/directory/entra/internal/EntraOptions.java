package org.keyhopper.directory.entra.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.EnrolmentOptions.Account;
import org.keyhopper.api.directory.EnrolmentOptions.Attestation;
import org.keyhopper.api.directory.EnrolmentOptions.Extensions;
import org.keyhopper.api.directory.EnrolmentOptions.RelyingParty;
import org.keyhopper.directory.support.json.JsonView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads webauthnCredentialCreationOptions. */
final class EntraOptions {

    private static final Logger LOG = LoggerFactory.getLogger(EntraOptions.class);
    private static final Duration DOCUMENTED_LIFE = Duration.ofMinutes(5);
    private static final int LONGEST_HANDLE = 64;
    /** ES256 and RS256, which WebAuthn level 3 section 5.4 assumes when none is named. */
    private static final List<Integer> USUAL_ALGORITHMS = List.of(-7, -257);

    private static final Map<String, Integer> PROTECTION = Map.of(
            "userverificationoptional", 1,
            "userverificationoptionalwithcredentialidlist", 2,
            "userverificationrequired", 3);

    private final Clock clock;

    EntraOptions(Clock clock) {
        this.clock = clock;
    }

    /** Returns the options, or empty when something that cannot be done without is missing. */
    Optional<EnrolmentOptions> read(JsonView body, Optional<Instant> serverTime) {
        JsonView options = body.at("value").isObject() ? body.at("value") : body;
        JsonView key = options.at("publicKey");
        Optional<byte[]> handle = key.text("user", "id").flatMap(EntraOptions::handle);
        Optional<String> rpId = key.text("rp", "id").filter(id -> !id.isBlank());
        Optional<String> challenge = key.text("challenge").filter(EntraOptions::isBase64Url);
        if (handle.isEmpty() || rpId.isEmpty() || challenge.isEmpty()) {
            return Optional.empty();
        }
        String name = key.text("user", "name").orElse("");
        return Optional.of(new EnrolmentOptions(
                "",
                new RelyingParty(rpId.get(), key.text("rp", "name").orElse(rpId.get()), "https://" + rpId.get()),
                new Account(handle.get(), name, key.text("user", "displayName").orElse(name)),
                challenge.get(),
                algorithms(key),
                excluded(key),
                extensions(key.at("extensions")),
                attestation(key.text("attestation").orElse("none")),
                expiry(options.instant("challengeTimeoutDateTime"), serverTime)));
    }

    /** The end is told in the server's time; the clock of this computer may be wrong. */
    private Instant expiry(Optional<Instant> end, Optional<Instant> serverTime) {
        Instant now = clock.instant();
        return end.map(instant -> now.plus(Duration.between(serverTime.orElse(now), instant)))
                .orElseGet(() -> now.plus(DOCUMENTED_LIFE));
    }

    private static List<Integer> algorithms(JsonView key) {
        List<Integer> named = key.items("pubKeyCredParams").stream()
                .filter(one -> one.text("type").orElse("public-key").equals("public-key"))
                .flatMap(one -> one.number("alg").stream())
                .map(Long::intValue)
                .toList();
        return named.isEmpty() ? USUAL_ALGORITHMS : named;
    }

    private static List<CredentialId> excluded(JsonView key) {
        return key.items("excludeCredentials").stream()
                .flatMap(one -> one.text("id").stream())
                .flatMap(text -> readings(text).stream())
                .distinct()
                .toList();
    }

    private static Set<CredentialId> readings(String text) {
        Set<CredentialId> ids = LooseId.decode(text);
        if (ids.isEmpty()) {
            LOG.warn("left out an excluded credential whose id cannot be read: {}", text);
        }
        return ids;
    }

    private static Extensions extensions(JsonView wanted) {
        Optional<Integer> level =
                wanted.text("credentialProtectionPolicy").map(text -> PROTECTION.get(text.toLowerCase(Locale.ROOT)));
        return new Extensions(
                wanted.flag("hmacCreateSecret").orElse(false),
                level.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                wanted.flag("enforceCredentialProtectionPolicy").orElse(false));
    }

    private static Attestation attestation(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "direct" -> Attestation.DIRECT;
            case "indirect" -> Attestation.INDIRECT;
            case "enterprise" -> Attestation.ENTERPRISE;
            default -> Attestation.NONE;
        };
    }

    private static Optional<byte[]> handle(String text) {
        String url = text.replace('+', '-').replace('/', '_').replace("=", "");
        return isBase64Url(url)
                ? Optional.of(Base64.getUrlDecoder().decode(url)).filter(bytes -> bytes.length <= LONGEST_HANDLE)
                : Optional.empty();
    }

    private static boolean isBase64Url(String text) {
        return !text.isEmpty() && text.length() % 4 != 1 && text.matches("[A-Za-z0-9_-]+");
    }
}
