package org.keyhopper.directory.pingone.internal;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyhopper.api.directory.DirectoryGroup;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.DirectoryUser.AccountState;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.directory.support.json.Guid;
import org.keyhopper.directory.support.json.JsonView;

/** Reads people and devices from PingOne's JSON. */
final class PingOneResponses {

    static final String ACTIVE = "ACTIVE";
    private static final String PENDING = "ACTIVATION_REQUIRED";
    /** The types from before keys and platforms became one. */
    private static final Set<String> FIDO = Set.of("FIDO2", "SECURITY_KEY", "PLATFORM");

    private PingOneResponses() {}

    /** Returns the person, or empty when there is no id. */
    static Optional<DirectoryUser> user(JsonView json) {
        return json.text("id").map(id -> {
            String account = json.text("username").orElse(id);
            return new DirectoryUser(
                    id, account, name(json).orElse(account), json.text("email").orElse(""), state(json));
        });
    }

    /** Returns the group, or empty when there is no id. */
    static Optional<DirectoryGroup> group(JsonView json) {
        return json.text("id")
                .map(id -> new DirectoryGroup(id, json.text("name").orElse(id)));
    }

    private static Optional<String> name(JsonView json) {
        String parts = Stream.of(json.text("name", "given"), json.text("name", "family"))
                .flatMap(Optional::stream)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        return json.text("name", "formatted").filter(name -> !name.isBlank()).or(() -> Optional.of(parts)
                .filter(name -> !name.isEmpty()));
    }

    private static AccountState state(JsonView json) {
        return json.flag("enabled")
                .map(yes -> yes ? AccountState.ENABLED : AccountState.DISABLED)
                .orElse(AccountState.UNKNOWN);
    }

    static boolean isFido(JsonView device) {
        return device.text("type").filter(FIDO::contains).isPresent();
    }

    static boolean isActive(JsonView device) {
        return device.text("status").filter(ACTIVE::equals).isPresent();
    }

    static boolean isPending(JsonView device) {
        return device.text("status").filter(PENDING::equals).isPresent();
    }

    /** Returns the device as a passkey, or empty when there is no id. PingOne does not show credential ids. */
    static Optional<RegisteredPasskey> passkey(JsonView json) {
        return json.text("id")
                .map(id -> new RegisteredPasskey(
                        id,
                        Set.of(),
                        json.text("nickname").or(() -> json.text("displayName")).orElse(""),
                        json.text("aaguid").flatMap(Guid::parse),
                        json.instant("createdAt")));
    }
}
