package org.keyhopper.directory.pingone.internal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.EnrolmentOptions.Account;
import org.keyhopper.api.directory.EnrolmentOptions.RelyingParty;
import org.keyhopper.directory.support.json.JsonView;
import org.keyhopper.directory.support.webauthn.CreationOptions;
import org.keyhopper.directory.support.webauthn.LenientBytes;

/**
 * Reads the options of a device that waits for its activation: JSON in a string, sometimes twice, sometimes not at all.
 *
 * @param passkeySettings for the origin
 * @param signIn for the origin as well
 */
record PingOneOptions(PasskeySettings passkeySettings, URI signIn, Clock clock) {

    private static final Duration USUAL_LIFE = Duration.ofMinutes(2);
    private static final int DEEPEST = 3;

    /** Returns the options, or empty when something that cannot be done without is missing. */
    Optional<EnrolmentOptions> read(JsonView device) {
        CreationOptions key = new CreationOptions(unwrapped(device.at("publicKeyCredentialCreationOptions")));
        Optional<String> id = device.text("id").filter(text -> !text.isBlank());
        Optional<Account> account = key.account();
        Optional<String> rpId = key.relyingPartyId();
        Optional<String> challenge = key.challenge();
        if (id.isEmpty() || account.isEmpty() || rpId.isEmpty() || challenge.isEmpty()) {
            return Optional.empty();
        }
        String name = key.json().text("rp", "name").orElse(rpId.get());
        return Optional.of(new EnrolmentOptions(
                id.get(),
                new RelyingParty(rpId.get(), name, passkeySettings.originFor(rpId.get(), signIn)),
                account.get(),
                challenge.get(),
                key.algorithms(),
                key.excluded(PingOneOptions::ids),
                key.extensions(),
                key.attestation(),
                expiry(key.json().number("timeout"))));
    }

    private static JsonView unwrapped(JsonView options) {
        JsonView inner = options;
        for (int depth = 0; depth < DEEPEST && inner.text().isPresent(); depth++) {
            inner = JsonView.parse(inner.text().get()).orElse(options);
        }
        return inner;
    }

    private Instant expiry(Optional<Long> milliseconds) {
        Duration life =
                milliseconds.filter(time -> time > 0).map(Duration::ofMillis).orElse(USUAL_LIFE);
        return clock.instant().plus(life);
    }

    private static Collection<CredentialId> ids(JsonView id) {
        return LenientBytes.read(id).map(CredentialId::of).map(List::of).orElse(List.of());
    }
}
