package org.keyhopper.store.internal;

import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Windows access control lists. Entries are in order of evaluation. */
final class AccessList {

    private static final Set<AclEntryPermission> ACCESS = EnumSet.of(
            AclEntryPermission.READ_DATA,
            AclEntryPermission.WRITE_DATA,
            AclEntryPermission.APPEND_DATA,
            AclEntryPermission.DELETE,
            AclEntryPermission.DELETE_CHILD,
            AclEntryPermission.WRITE_ACL,
            AclEntryPermission.WRITE_OWNER);

    private AccessList() {}

    /**
     * Returns whether the file can be read or changed by others than the given accounts.
     *
     * @param own the accounts of the file's user
     * @param system the names of the system and its administrators, in lower case
     */
    static boolean isOpenToOthers(List<AclEntry> entries, Set<UserPrincipal> own, Set<String> system) {
        return entries.stream().anyMatch(entry -> allowsAccess(entry) && isOther(entry.principal(), own, system));
    }

    /**
     * Returns the list without entries that allow access to others, and with full access for the given accounts.
     *
     * @param flags inheritance flags, for a folder
     */
    static List<AclEntry> withoutOthers(
            List<AclEntry> entries, Set<UserPrincipal> own, Set<String> system, AclEntryFlag... flags) {
        Stream<AclEntry> left = entries.stream()
                .filter(entry -> entry.type() != AclEntryType.ALLOW || !isOther(entry.principal(), own, system))
                .filter(entry -> !own.contains(entry.principal()));
        return Stream.concat(left, own.stream().map(principal -> fullAccess(principal, flags)))
                .toList();
    }

    private static AclEntry fullAccess(UserPrincipal who, AclEntryFlag... flags) {
        return AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(who)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .setFlags(flags)
                .build();
    }

    private static boolean allowsAccess(AclEntry entry) {
        return entry.type() == AclEntryType.ALLOW
                && entry.permissions().stream().anyMatch(ACCESS::contains);
    }

    private static boolean isOther(UserPrincipal principal, Set<UserPrincipal> own, Set<String> system) {
        return !own.contains(principal) && !system.contains(principal.getName().toLowerCase(Locale.ROOT));
    }
}
