package org.keyhopper.rehearsal.entra;

import java.util.Locale;
import java.util.Set;

/** What can be asked of the sandbox; the subject of a {@link Rule}. */
public enum Operation {
    TOKEN,
    DEVICE_CODE,
    AUTHORIZE,
    POLICY("Policy.Read.AuthenticationMethod", "Policy.Read.All"),
    FIND_USER("User.ReadBasic.All", "User.Read.All"),
    SEARCH_USERS("User.ReadBasic.All", "User.Read.All"),
    CHECK_GROUPS("GroupMember.Read.All", "User.Read.All"),
    FIND_GROUP("GroupMember.Read.All", "Group.Read.All"),
    GROUP_MEMBERS("GroupMember.Read.All", "Group.Read.All"),
    OPTIONS("UserAuthMethod-Passkey.ReadWrite.All", "UserAuthenticationMethod.ReadWrite.All"),
    REGISTER("UserAuthMethod-Passkey.ReadWrite.All", "UserAuthenticationMethod.ReadWrite.All"),
    LIST("UserAuthMethod-Passkey.ReadWrite.All", "UserAuthenticationMethod.ReadWrite.All"),
    READ("UserAuthMethod-Passkey.ReadWrite.All", "UserAuthenticationMethod.ReadWrite.All"),
    DELETE("UserAuthMethod-Passkey.ReadWrite.All", "UserAuthenticationMethod.ReadWrite.All");

    /** The permissions of Graph, one of which is needed; none for the sign-in pages. */
    private final Set<String> permissions;

    Operation(String... permissions) {
        this.permissions = Set.of(permissions);
    }

    boolean isAllowedBy(Set<String> rights) {
        return permissions.stream().anyMatch(rights::contains);
    }

    boolean isSignIn() {
        return permissions.isEmpty();
    }

    /** Returns the name in rules and in the state, such as {@code find-user}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Operation of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
