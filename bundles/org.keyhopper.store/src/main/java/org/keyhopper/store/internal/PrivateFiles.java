package org.keyhopper.store.internal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.keyhopper.core.request.StoreException;

/** Files and folders that only their owner may read. On Windows folders take the rights of the one above, as a rule the
 * owner's profile. */
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
            keepFromOthers(path);
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

    /**
     * Takes from a file that was just made what its folder lets others do with it, before anything is in it. Only Windows
     * needs it, and there only outside of the owner's profile folder; elsewhere the file was made with the right mode.
     */
    static void keepFromOthers(Path path) throws IOException {
        AclFileAttributeView acl = isPosix(path) ? null : Files.getFileAttributeView(path, AclFileAttributeView.class);
        if (acl != null && AccessList.isOpenToOthers(acl.getAcl(), acl.getOwner())) {
            acl.setAcl(AccessList.withoutOthers(acl.getAcl(), acl.getOwner()));
        }
    }

    /** Returns whether somebody besides the owner, the system and its administrators may do anything with the file. */
    static boolean isOpenToOthers(Path path) throws IOException {
        if (isPosix(path)) {
            return Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains);
        }
        AclFileAttributeView acl = Files.getFileAttributeView(path, AclFileAttributeView.class);
        return acl != null && AccessList.isOpenToOthers(acl.getAcl(), acl.getOwner());
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
