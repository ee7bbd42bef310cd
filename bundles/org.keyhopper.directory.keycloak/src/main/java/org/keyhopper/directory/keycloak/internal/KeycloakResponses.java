package org.keyhopper.directory.keycloak.internal;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyhopper.api.directory.DirectoryGroup;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.DirectoryUser.AccountState;
import org.keyhopper.directory.support.json.JsonView;

/** Reads users and groups from the JSON of the admin API. */
final class KeycloakResponses {

    private KeycloakResponses() {}

    /** Returns the user, or empty when there is no id. */
    static Optional<DirectoryUser> user(JsonView json) {
        return json.text("id").map(id -> {
            String account = json.text("username").orElse(id);
            String name = Stream.of(json.text("firstName"), json.text("lastName"))
                    .flatMap(Optional::stream)
                    .filter(part -> !part.isBlank())
                    .collect(Collectors.joining(" "));
            return new DirectoryUser(
                    id,
                    account,
                    name.isEmpty() ? account : name,
                    json.text("email").orElse(""),
                    state(json));
        });
    }

    /** Returns the group, or empty when there is no id. */
    static Optional<DirectoryGroup> group(JsonView json) {
        return json.text("id")
                .map(id -> new DirectoryGroup(id, json.text("name").orElse(id)));
    }

    /** Returns groups with those within them, as far as they are shown. */
    static Stream<JsonView> flattened(JsonView group) {
        return Stream.concat(Stream.of(group), group.items("subGroups").stream().flatMap(KeycloakResponses::flattened));
    }

    private static AccountState state(JsonView json) {
        return json.flag("enabled")
                .map(yes -> yes ? AccountState.ENABLED : AccountState.DISABLED)
                .orElse(AccountState.UNKNOWN);
    }
}
