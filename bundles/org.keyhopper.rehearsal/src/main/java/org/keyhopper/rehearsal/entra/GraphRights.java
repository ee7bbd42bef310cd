package org.keyhopper.rehearsal.entra;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.keyhopper.rehearsal.sandbox.Operation;

/** The permissions of Graph, one of which each call needs. */
final class GraphRights {

    private static final Set<String> PASSKEYS =
            Set.of("UserAuthMethod-Passkey.ReadWrite.All", "UserAuthenticationMethod.ReadWrite.All");
    private static final Map<Operation, Set<String>> NEEDED = new EnumMap<>(Operation.class);

    static {
        NEEDED.put(Operation.POLICY, Set.of("Policy.Read.AuthenticationMethod", "Policy.Read.All"));
        NEEDED.put(Operation.FIND_USER, Set.of("User.ReadBasic.All", "User.Read.All"));
        NEEDED.put(Operation.SEARCH_USERS, Set.of("User.ReadBasic.All", "User.Read.All"));
        NEEDED.put(Operation.CHECK_GROUPS, Set.of("GroupMember.Read.All", "User.Read.All"));
        NEEDED.put(Operation.FIND_GROUP, Set.of("GroupMember.Read.All", "Group.Read.All"));
        NEEDED.put(Operation.GROUP_MEMBERS, Set.of("GroupMember.Read.All", "Group.Read.All"));
    }

    private GraphRights() {}

    static boolean allow(Operation operation, Set<String> rights) {
        return NEEDED.getOrDefault(operation, PASSKEYS).stream().anyMatch(rights::contains);
    }
}
