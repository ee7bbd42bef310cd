package org.keyhopper.directory.keycloak.internal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.directory.support.HttpPasskeys;
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.json.JsonView;

/** Reads users whole, with their credentials. */
final class KeycloakUsers {

    /** What follows from credentials or from who asks, and so may change with a passkey. */
    private static final Set<String> DERIVED = Set.of("access", "disableableCredentialTypes");

    private final JsonSession session;
    private final KeycloakRequests requests;

    /** A user at one moment. */
    record Snapshot(JsonView user, List<KeycloakCredential> credentials) {

        /** Returns the members of the user that differ later, {@code credentials} among them when another one differs. */
        Set<String> differences(Snapshot later, String ownCredential) {
            Set<String> names = new TreeSet<>(user.names());
            names.addAll(later.user.names());
            names.removeAll(DERIVED);
            names.removeIf(name -> user.at(name).equals(later.user.at(name)));
            if (!identities(ownCredential).equals(later.identities(ownCredential))) {
                names.add("credentials");
            }
            return names;
        }

        private Set<String> identities(String without) {
            return credentials.stream()
                    .filter(one -> !one.id().equals(without))
                    .map(KeycloakCredential::identity)
                    .collect(Collectors.toSet());
        }
    }

    KeycloakUsers(JsonSession session, KeycloakRequests requests) {
        this.session = session;
        this.requests = requests;
    }

    Answer<JsonView> user(DirectoryUser user) {
        return HttpPasskeys.knownUser(user, session.get(requests.user(user.id())));
    }

    Answer<List<KeycloakCredential>> credentials(DirectoryUser user) {
        return HttpPasskeys.knownUser(user, session.items(requests.credentials(user.id())))
                .map(entries -> entries.stream()
                        .flatMap(entry -> KeycloakCredential.read(entry).stream())
                        .toList());
    }

    Answer<Snapshot> snapshot(DirectoryUser user) {
        return user(user).flatMap(json -> credentials(user).map(credentials -> new Snapshot(json, credentials)));
    }
}
