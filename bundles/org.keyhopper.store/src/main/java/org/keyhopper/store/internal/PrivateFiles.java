package org.keyhopper.store.internal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.keyhopper.core.request.StoreException;

/** Files and folders that only their owner may read. On Windows they take the rights of the owner's profile folder. */
final class PrivateFiles {

    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.complementOf(EnumSet.copyOf(PosixFilePermissions.fromString("rwx------")));

    private PrivateFiles() {}

    /** Makes the folder, and those above it, unless it is there; one that is there keeps its rights. */
    static void folder(Path path) {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path, rights(path, "rwx------"));
            }
        } catch (IOException e) {
            throw new StoreException("The folder for the station's data cannot be made: " + path, e);
        }
    }

    /** Makes an empty file unless it is there. */
    static void touch(Path path) {
        try {
            Files.createFile(path, rights(path, "rw-------"));
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (IOException e) {
            throw new StoreException("A file of the station's data cannot be made: " + path, e);
        }
    }

    static FileAttribute<?>[] rights(Path path, String posix) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))}
                : new FileAttribute<?>[0];
    }

    /** Returns whether somebody besides the owner, the system and its administrators may do anything with the file. */
    static boolean isOpenToOthers(Path path) throws IOException {
        if (isPosix(path)) {
            return Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains);
        }
        AclFileAttributeView acl = Files.getFileAttributeView(path, AclFileAttributeView.class);
        if (acl == null) {
            return false;
        }
        UserPrincipal owner = acl.getOwner();
        return acl.getAcl().stream().anyMatch(entry -> letsRead(entry) && isStranger(entry.principal(), owner));
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

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
