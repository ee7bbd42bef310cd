package org.keyhopper.directory.entra.internal;

import java.util.Optional;
import org.keyhopper.api.directory.DirectoryGroup;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.DirectoryUser.AccountState;
import org.keyhopper.api.directory.DirectoryUser.Kind;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.api.directory.RegisteredPasskey.Type;
import org.keyhopper.directory.support.json.Guid;
import org.keyhopper.directory.support.json.JsonView;

/** Reads people and passkeys from Graph's JSON. */
final class EntraResponses {

    private EntraResponses() {}

    /** Returns the person, or empty when there is no id. */
    static Optional<DirectoryUser> user(JsonView json) {
        return json.text("id").map(id -> {
            String account = json.text("userPrincipalName").orElse(id);
            return new DirectoryUser(
                    id,
                    account,
                    json.text("displayName").filter(name -> !name.isBlank()).orElse(account),
                    json.text("mail").orElse(""),
                    state(json.flag("accountEnabled")),
                    kind(json.text("userType"), account));
        });
    }

    /** With User.ReadBasic.All alone the type is not shown; the account name of a guest shows it too. */
    private static Kind kind(Optional<String> type, String account) {
        boolean guest = type.map("Guest"::equalsIgnoreCase).orElse(account.contains("#EXT#"));
        return guest ? Kind.GUEST : Kind.MEMBER;
    }

    /** Returns the group, or empty when there is no id. */
    static Optional<DirectoryGroup> group(JsonView json) {
        return json.text("id")
                .map(id -> new DirectoryGroup(id, json.text("displayName").orElse(id)));
    }

    /** Returns the passkey, or empty when there is no id. */
    static Optional<RegisteredPasskey> passkey(JsonView json) {
        return json.text("id")
                .map(id -> new RegisteredPasskey(
                        id,
                        LenientCredentialId.decode(id),
                        json.text("displayName").orElse(""),
                        json.text("aaGuid").flatMap(Guid::parse),
                        json.instant("createdDateTime"),
                        json.text("passkeyType").flatMap(EntraResponses::type)));
    }

    private static Optional<Type> type(String text) {
        return switch (text) {
            case "deviceBound" -> Optional.of(Type.DEVICE_BOUND);
            case "synced" -> Optional.of(Type.SYNCED);
            default -> Optional.empty();
        };
    }

    private static AccountState state(Optional<Boolean> enabled) {
        return enabled.map(yes -> yes ? AccountState.ENABLED : AccountState.DISABLED)
                .orElse(AccountState.UNKNOWN);
    }
}
