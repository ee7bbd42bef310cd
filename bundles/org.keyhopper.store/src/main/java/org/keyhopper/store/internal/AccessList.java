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

    private AccessList() {}

    /** Returns whether the file is readable by others than the given accounts, the system and its administrators. */
    static boolean isOpenToOthers(List<AclEntry> entries, Set<UserPrincipal> own) {
        return entries.stream().anyMatch(entry -> allowsReading(entry) && isOther(entry.principal(), own));
    }

    /**
     * Returns the list without entries that allow access to others, and with full access for the given accounts.
     *
     * @param flags inheritance flags, for a folder
     */
    static List<AclEntry> withoutOthers(List<AclEntry> entries, Set<UserPrincipal> own, AclEntryFlag... flags) {
        Stream<AclEntry> left = entries.stream()
                .filter(entry -> entry.type() != AclEntryType.ALLOW || !isOther(entry.principal(), own))
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

    private static boolean allowsReading(AclEntry entry) {
        return entry.type() == AclEntryType.ALLOW && entry.permissions().contains(AclEntryPermission.READ_DATA);
    }

    /**
     * Windows localises the names of its built-in groups, but their prefixes are stable: SYSTEM, Système,
     * Administratoren.
     */
    private static boolean isOther(UserPrincipal principal, Set<UserPrincipal> own) {
        String name = principal.getName();
        String last = name.substring(name.lastIndexOf('\\') + 1).toLowerCase(Locale.ROOT);
        boolean ofSystem = name.contains("\\") && (last.startsWith("syst") || last.startsWith("admin"));
        return !own.contains(principal) && !ofSystem;
    }
}
