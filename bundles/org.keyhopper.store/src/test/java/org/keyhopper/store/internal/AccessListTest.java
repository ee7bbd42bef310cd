package org.keyhopper.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a new file inherits from its folder on Windows. */
class AccessListTest {

    private static final UserPrincipal ANNA = new Named("DESK\\anna");

    private static final AclEntry SYSTEM = entry(AclEntryType.ALLOW, "NT AUTHORITY\\SYSTEM");
    private static final AclEntry ADMINISTRATORS = entry(AclEntryType.ALLOW, "VORDEFINIERT\\Administratoren");
    private static final AclEntry USERS = entry(AclEntryType.ALLOW, "BUILTIN\\Users");
    private static final AclEntry OWN = entry(AclEntryType.ALLOW, "DESK\\anna");

    private static final Set<UserPrincipal> ANNA_ALONE = Set.of(ANNA);

    private static final Set<String> SYSTEM_NAMES = Set.of("nt authority\\system", "vordefiniert\\administratoren");

    private record Named(String getName) implements UserPrincipal {}

    @Test
    void profileFolderIsPrivate() {
        assertFalse(AccessList.isOpenToOthers(List.of(SYSTEM, ADMINISTRATORS, OWN), ANNA_ALONE, SYSTEM_NAMES));
    }

    @Test
    void otherDriveIsOpenToAllUsers() {
        assertTrue(AccessList.isOpenToOthers(List.of(ADMINISTRATORS, SYSTEM, USERS), ANNA_ALONE, SYSTEM_NAMES));
        assertTrue(AccessList.isOpenToOthers(
                List.of(OWN, entry(AclEntryType.ALLOW, "Everyone")), ANNA_ALONE, SYSTEM_NAMES));
        assertTrue(AccessList.isOpenToOthers(
                List.of(OWN, entry(AclEntryType.ALLOW, "DESK\\bert")), ANNA_ALONE, SYSTEM_NAMES));
    }

    /** Whatever an account calls itself. */
    @Test
    void accountNamedAsTheSystemIsAnother() {
        for (String name : List.of("DESK\\administrator2", "DESK\\admin-of-nothing", "DESK\\systematic")) {
            assertTrue(
                    AccessList.isOpenToOthers(List.of(OWN, entry(AclEntryType.ALLOW, name)), ANNA_ALONE, SYSTEM_NAMES),
                    name);
        }
    }

    @Test
    void whoMayOnlyWriteIsAnotherToo() {
        AclEntry writing = AclEntry.newBuilder(entry(AclEntryType.ALLOW, "BUILTIN\\Users"))
                .setPermissions(AclEntryPermission.WRITE_DATA)
                .build();
        assertTrue(AccessList.isOpenToOthers(List.of(OWN, writing), ANNA_ALONE, SYSTEM_NAMES));
    }

    @Test
    void onlyTheOwnerRemainsWithFullAccess() {
        List<AclEntry> left =
                AccessList.withoutOthers(List.of(ADMINISTRATORS, SYSTEM, USERS), ANNA_ALONE, SYSTEM_NAMES);

        assertFalse(AccessList.isOpenToOthers(left, ANNA_ALONE, SYSTEM_NAMES));
        assertEquals(List.of(ADMINISTRATORS, SYSTEM), left.subList(0, 2));
        assertEquals(ANNA, left.getLast().principal());
        assertTrue(left.getLast().permissions().contains(AclEntryPermission.WRITE_DATA));
    }

    @Test
    void denyEntriesRemain() {
        AclEntry denied = entry(AclEntryType.DENY, "BUILTIN\\Users");

        assertTrue(AccessList.withoutOthers(List.of(denied, USERS), ANNA_ALONE, SYSTEM_NAMES)
                .contains(denied));
    }

    @Test
    void restrictionIsInheritable() {
        List<AclEntry> left =
                AccessList.withoutOthers(List.of(SYSTEM, USERS), ANNA_ALONE, SYSTEM_NAMES, AclEntryFlag.FILE_INHERIT);

        assertEquals(Set.of(AclEntryFlag.FILE_INHERIT), left.getLast().flags());
        assertEquals(List.of(SYSTEM), left.subList(0, left.size() - 1));
    }

    @Test
    void elevatedFilesRemainAccessibleToTheirCreator() {
        Set<UserPrincipal> own = Set.of(ANNA, ADMINISTRATORS.principal());
        List<AclEntry> entries = List.of(SYSTEM, ADMINISTRATORS, OWN);

        assertFalse(AccessList.isOpenToOthers(entries, own, SYSTEM_NAMES));
        List<AclEntry> left = AccessList.withoutOthers(entries, own, SYSTEM_NAMES);
        assertTrue(left.stream().map(AclEntry::principal).toList().containsAll(own), left::toString);
    }

    private static AclEntry entry(AclEntryType type, String name) {
        return AclEntry.newBuilder()
                .setType(type)
                .setPrincipal(new Named(name))
                .setPermissions(AclEntryPermission.READ_DATA)
                .build();
    }
}
