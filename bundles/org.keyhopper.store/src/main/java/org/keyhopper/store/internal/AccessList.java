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

/** Who may use a file of Windows. Entries are in the order in which Windows follows them. */
final class AccessList {

    private AccessList() {}

    /** Returns whether somebody besides these, the system and its administrators may read the file. */
    static boolean isOpenToOthers(List<AclEntry> entries, Set<UserPrincipal> own) {
        return entries.stream().anyMatch(entry -> letsRead(entry) && isStranger(entry.principal(), own));
    }

    /**
     * Returns the list without what it allows to others than these, who may do everything.
     *
     * @param flags for a folder: what is made in it takes that over
     */
    static List<AclEntry> withoutOthers(List<AclEntry> entries, Set<UserPrincipal> own, AclEntryFlag... flags) {
        Stream<AclEntry> left = entries.stream()
                .filter(entry -> entry.type() != AclEntryType.ALLOW || !isStranger(entry.principal(), own))
                .filter(entry -> !own.contains(entry.principal()));
        return Stream.concat(left, own.stream().map(principal -> everything(principal, flags)))
                .toList();
    }

    private static AclEntry everything(UserPrincipal who, AclEntryFlag... flags) {
        return AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(who)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .setFlags(flags)
                .build();
    }

    private static boolean letsRead(AclEntry entry) {
        return entry.type() == AclEntryType.ALLOW && entry.permissions().contains(AclEntryPermission.READ_DATA);
    }

    /** Windows translates the names of its own groups, but their beginnings stay: SYSTEM, Système, Administratoren. */
    private static boolean isStranger(UserPrincipal principal, Set<UserPrincipal> own) {
        String name = principal.getName();
        String last = name.substring(name.lastIndexOf('\\') + 1).toLowerCase(Locale.ROOT);
        boolean ofSystem = name.contains("\\") && (last.startsWith("syst") || last.startsWith("admin"));
        return !own.contains(principal) && !ofSystem;
    }
}
