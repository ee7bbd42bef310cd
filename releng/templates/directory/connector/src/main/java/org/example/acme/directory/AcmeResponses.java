package org.example.acme.directory;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.DirectoryGroup;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.DirectoryUser.AccountState;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.EnrolmentOptions.Account;
import org.keyhopper.api.directory.EnrolmentOptions.RelyingParty;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.directory.support.json.JsonView;
import org.keyhopper.directory.support.webauthn.CreationOptions;
import org.keyhopper.directory.support.webauthn.LenientBytes;

/** Reads people and passkeys from Acme Identity's JSON. */
final class AcmeResponses {

    /** Used when the options do not say how long they last. */
    private static final Duration ASSUMED_LIFE = Duration.ofMinutes(5);

    private AcmeResponses() {}

    /** Returns the person, or empty when there is no id. */
    static Optional<DirectoryUser> person(JsonView json) {
        return json.text("id").map(id -> {
            String account = json.text("account").orElse(id);
            return new DirectoryUser(
                    id,
                    account,
                    json.text("name").orElse(account),
                    json.text("mail").orElse(""),
                    json.flag("active")
                            .map(active -> active ? AccountState.ENABLED : AccountState.DISABLED)
                            .orElse(AccountState.UNKNOWN));
        });
    }

    /** Returns the group, or empty when there is no id. */
    static Optional<DirectoryGroup> group(JsonView json) {
        return json.text("id")
                .map(id -> new DirectoryGroup(id, json.text("name").orElse(id)));
    }

    /** Returns the passkey, or empty when there is no id. */
    static Optional<RegisteredPasskey> passkey(JsonView json) {
        return json.text("id")
                .map(id -> new RegisteredPasskey(
                        id,
                        Set.copyOf(ids(json.at("credentialId"))),
                        json.text("name").orElse(""),
                        Optional.empty(),
                        json.instant("created")));
    }

    /** Returns the options of a new entry, or empty when something that cannot be done without is missing. */
    static Optional<EnrolmentOptions> options(JsonView entry, String rpId, Clock clock) {
        CreationOptions key = new CreationOptions(entry.at("options"));
        Optional<String> id = entry.text("id").filter(text -> !text.isBlank());
        Optional<Account> account = key.account();
        Optional<String> challenge = key.challenge();
        if (id.isEmpty() || account.isEmpty() || challenge.isEmpty()) {
            return Optional.empty();
        }
        Duration life = key.json().number("timeout").map(Duration::ofMillis).orElse(ASSUMED_LIFE);
        return Optional.of(new EnrolmentOptions(
                id.get(),
                new RelyingParty(rpId, key.json().text("rp", "name").orElse(rpId), "https://" + rpId),
                account.get(),
                challenge.get(),
                key.algorithms(),
                key.excluded(AcmeResponses::ids),
                key.extensions(),
                key.attestation(),
                clock.instant().plus(life)));
    }

    private static Collection<CredentialId> ids(JsonView id) {
        return LenientBytes.read(id).map(CredentialId::of).stream().toList();
    }
}
