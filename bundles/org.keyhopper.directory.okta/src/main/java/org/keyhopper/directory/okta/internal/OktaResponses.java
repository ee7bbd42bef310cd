package org.keyhopper.directory.okta.internal;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.DirectoryGroup;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.DirectoryUser.AccountState;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.directory.support.json.JsonView;
import org.keyhopper.directory.support.webauthn.LenientBytes;

/** Reads people and factors from Okta's JSON. */
final class OktaResponses {

    static final String FACTOR_TYPE = "webauthn";
    private static final Set<String> OUT = Set.of("SUSPENDED", "DEPROVISIONED");

    private OktaResponses() {}

    /** Returns the person, or empty when there is no id. */
    static Optional<DirectoryUser> user(JsonView json) {
        return json.text("id").map(id -> {
            String account = json.text("profile", "login").orElse(id);
            return new DirectoryUser(
                    id,
                    account,
                    name(json.at("profile")).orElse(account),
                    json.text("profile", "email").orElse(""),
                    state(json.text("status")));
        });
    }

    /** Returns the group, or empty when there is no id. */
    static Optional<DirectoryGroup> group(JsonView json) {
        return json.text("id")
                .map(id -> new DirectoryGroup(id, json.text("profile", "name").orElse(id)));
    }

    private static Optional<String> name(JsonView profile) {
        String parts = Stream.of(profile.text("firstName"), profile.text("lastName"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return profile.text("displayName").filter(name -> !name.isBlank()).or(() -> Optional.of(parts)
                .filter(name -> !name.isBlank()));
    }

    private static AccountState state(Optional<String> status) {
        return status.map(word -> OUT.contains(word) ? AccountState.DISABLED : AccountState.ENABLED)
                .orElse(AccountState.UNKNOWN);
    }

    static boolean isPasskey(JsonView factor) {
        return factor.text("factorType").filter(FACTOR_TYPE::equals).isPresent();
    }

    static boolean isActive(JsonView factor) {
        return factor.text("status").filter("ACTIVE"::equals).isPresent();
    }

    static boolean isPending(JsonView factor) {
        return factor.text("status").filter("PENDING_ACTIVATION"::equals).isPresent();
    }

    /** Returns the factor as a passkey, or empty when there is no id. */
    static Optional<RegisteredPasskey> passkey(JsonView json) {
        return json.text("id")
                .map(id -> new RegisteredPasskey(
                        id,
                        Set.copyOf(ids(json.at("profile", "credentialId"))),
                        json.text("profile", "authenticatorName").orElse(""),
                        Optional.empty(),
                        json.instant("created")));
    }

    static Collection<CredentialId> ids(JsonView id) {
        return LenientBytes.read(id).map(CredentialId::of).stream().toList();
    }
}
