package org.keyhopper.store.internal;

import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Who may use a file of Windows. Entries are in the order in which Windows follows them. */
final class AccessList {

    private AccessList() {}

    /** Returns whether somebody besides the owner, the system and its administrators may read the file. */
    static boolean isOpenToOthers(List<AclEntry> entries, UserPrincipal owner) {
        return entries.stream().anyMatch(entry -> letsRead(entry) && isStranger(entry.principal(), owner));
    }

    /** Returns the list without what it allows to others; the owner may do everything. */
    static List<AclEntry> withoutOthers(List<AclEntry> entries, UserPrincipal owner) {
        Stream<AclEntry> left = entries.stream()
                .filter(entry -> entry.type() != AclEntryType.ALLOW || !isStranger(entry.principal(), owner))
                .filter(entry -> !entry.principal().equals(owner));
        return Stream.concat(left, Stream.of(everything(owner))).toList();
    }

    private static AclEntry everything(UserPrincipal owner) {
        return AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(owner)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build();
    }

    private static boolean letsRead(AclEntry entry) {
        return entry.type() == AclEntryType.ALLOW && entry.permissions().contains(AclEntryPermission.READ_DATA);
    }

    /** Windows translates the names of its own groups, but their beginnings stay: SYSTEM, Système, Administratoren. */
    private static boolean isStranger(UserPrincipal principal, UserPrincipal owner) {
        String name = principal.getName();
        String last = name.substring(name.lastIndexOf('\\') + 1).toLowerCase(Locale.ROOT);
        boolean ofSystem = name.contains("\\") && (last.startsWith("syst") || last.startsWith("admin"));
        return !principal.equals(owner) && !ofSystem;
    }
}
