package org.keyhopper.directory.support.webauthn;

import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.EnrolmentOptions.Account;
import org.keyhopper.api.directory.EnrolmentOptions.Attestation;
import org.keyhopper.api.directory.EnrolmentOptions.Extensions;
import org.keyhopper.directory.support.json.JsonView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PublicKeyCredentialCreationOptions (WebAuthn level 3 section 5.4), read as leniently as the providers differ.
 *
 * @param json the object
 */
public record CreationOptions(JsonView json) {

    private static final Logger LOG = LoggerFactory.getLogger(CreationOptions.class);
    private static final int LONGEST_HANDLE = 64;
    /** ES256 and RS256, which WebAuthn level 3 section 5.4 assumes when none is named. */
    private static final List<Integer> USUAL_ALGORITHMS = List.of(-7, -257);

    private static final Map<String, Integer> PROTECTION = Map.of(
            "userverificationoptional", 1,
            "userverificationoptionalwithcredentialidlist", 2,
            "userverificationrequired", 3);

    /** Returns the account, its names cut to 64 bytes; empty when it has no handle of 1 to 64 bytes. */
    public Optional<Account> account() {
        String name = json.text("user", "name").orElse("");
        return LenientBytes.read(json.at("user", "id"))
                .filter(handle -> handle.length <= LONGEST_HANDLE)
                .map(handle -> new Account(
                        handle,
                        AccountName.cut(name),
                        AccountName.cut(json.text("user", "displayName").orElse(name))));
    }

    public Optional<String> relyingPartyId() {
        return json.text("rp", "id").filter(id -> !id.isBlank());
    }

    /** Returns the challenge in base64url without padding; one that came so is left as it came. */
    public Optional<String> challenge() {
        return json.text("challenge").filter(LenientBytes::isBase64Url).or(() -> LenientBytes.read(json.at("challenge"))
                .map(bytes -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
    }

    /** Returns the COSE ids in their order, also those written as text. */
    public List<Integer> algorithms() {
        List<Integer> named = json.items("pubKeyCredParams").stream()
                .filter(one -> one.text("type").orElse("public-key").equals("public-key"))
                .flatMap(one -> one.number("alg").stream())
                .map(Long::intValue)
                .toList();
        return named.isEmpty() ? USUAL_ALGORITHMS : named;
    }

    /**
     * Returns the credentials that the person already has.
     *
     * @param readings what the member {@code id} of one may mean; none when it cannot be read
     */
    public List<CredentialId> excluded(Function<JsonView, Collection<CredentialId>> readings) {
        return json.items("excludeCredentials").stream()
                .flatMap(one -> readings(one, readings).stream())
                .distinct()
                .toList();
    }

    private static Collection<CredentialId> readings(
            JsonView one, Function<JsonView, Collection<CredentialId>> readings) {
        Collection<CredentialId> ids = readings.apply(one.at("id"));
        if (ids.isEmpty()) {
            LOG.warn(
                    "left out an excluded credential whose ID cannot be read: {}",
                    one.text("id").orElse("no text"));
        }
        return ids;
    }

    public Extensions extensions() {
        JsonView wanted = json.at("extensions");
        Optional<Integer> level =
                wanted.text("credentialProtectionPolicy").map(text -> PROTECTION.get(text.toLowerCase(Locale.ROOT)));
        return new Extensions(
                wanted.flag("hmacCreateSecret").orElse(false),
                level.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                wanted.flag("enforceCredentialProtectionPolicy").orElse(false));
    }

    public Attestation attestation() {
        return switch (json.text("attestation").orElse("none").toLowerCase(Locale.ROOT)) {
            case "direct" -> Attestation.DIRECT;
            case "indirect" -> Attestation.INDIRECT;
            case "enterprise" -> Attestation.ENTERPRISE;
            default -> Attestation.NONE;
        };
    }
}
