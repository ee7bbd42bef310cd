package org.keyhopper.directory.entra.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.EnrolmentOptions.Account;
import org.keyhopper.api.directory.EnrolmentOptions.RelyingParty;
import org.keyhopper.directory.support.json.JsonView;
import org.keyhopper.directory.support.webauthn.CreationOptions;

/** Reads webauthnCredentialCreationOptions. */
final class EntraOptions {

    private static final Duration DOCUMENTED_LIFE = Duration.ofMinutes(5);

    private final Clock clock;

    EntraOptions(Clock clock) {
        this.clock = clock;
    }

    /** Returns the options, or empty when something that cannot be done without is missing. */
    Optional<EnrolmentOptions> read(JsonView body, Optional<Instant> serverTime) {
        JsonView options = body.at("value").isObject() ? body.at("value") : body;
        CreationOptions key = new CreationOptions(options.at("publicKey"));
        Optional<Account> account = key.account();
        Optional<String> rpId = key.relyingPartyId();
        Optional<String> challenge = key.challenge();
        if (account.isEmpty() || rpId.isEmpty() || challenge.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new EnrolmentOptions(
                "",
                new RelyingParty(rpId.get(), key.json().text("rp", "name").orElse(rpId.get()), "https://" + rpId.get()),
                account.get(),
                challenge.get(),
                key.algorithms(),
                key.excluded(EntraOptions::readings),
                key.extensions(),
                key.attestation(),
                expiry(options.instant("challengeTimeoutDateTime"), serverTime)));
    }

    /** The expiry is in the server's time; the clock of this computer may be wrong. */
    private Instant expiry(Optional<Instant> end, Optional<Instant> serverTime) {
        Instant now = clock.instant();
        return end.map(instant -> now.plus(Duration.between(serverTime.orElse(now), instant)))
                .orElseGet(() -> now.plus(DOCUMENTED_LIFE));
    }

    private static Collection<CredentialId> readings(JsonView id) {
        return id.text().map(LenientCredentialId::decode).orElse(Set.of());
    }
}
