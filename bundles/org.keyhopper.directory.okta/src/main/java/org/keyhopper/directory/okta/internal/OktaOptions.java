package org.keyhopper.directory.okta.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.EnrolmentOptions.Account;
import org.keyhopper.api.directory.EnrolmentOptions.RelyingParty;
import org.keyhopper.directory.support.json.JsonView;
import org.keyhopper.directory.support.webauthn.CreationOptions;

/**
 * Reads the options of a factor that waits for its activation. They name no relying party: it is the org's own host.
 *
 * @param rpId the relying party, unless the options name one after all
 */
record OktaOptions(String rpId, Clock clock) {

    /** Nothing tells how long a challenge lasts. */
    private static final Duration ASSUMED_LIFE = Duration.ofMinutes(5);

    /** Returns the options, or empty when something that cannot be done without is missing. */
    Optional<EnrolmentOptions> read(JsonView factor) {
        CreationOptions key = new CreationOptions(factor.at("_embedded", "activation"));
        Optional<String> id = factor.text("id").filter(text -> !text.isBlank());
        Optional<Account> account = key.account();
        Optional<String> challenge = key.challenge();
        if (id.isEmpty() || account.isEmpty() || challenge.isEmpty()) {
            return Optional.empty();
        }
        String party = key.relyingPartyId().orElse(rpId);
        Duration life = key.json()
                .number("timeout")
                .filter(time -> time > 0)
                .map(Duration::ofMillis)
                .orElse(ASSUMED_LIFE);
        return Optional.of(new EnrolmentOptions(
                id.get(),
                new RelyingParty(party, key.json().text("rp", "name").orElse(party), "https://" + party),
                account.get(),
                challenge.get(),
                key.algorithms(),
                key.excluded(OktaResponses::ids),
                key.extensions(),
                key.attestation(),
                clock.instant().plus(life)));
    }
}
