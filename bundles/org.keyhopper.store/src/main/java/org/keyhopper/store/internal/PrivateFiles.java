package org.keyhopper.store.internal;

import com.sun.jna.platform.win32.Advapi32Util;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyhopper.core.request.StoreException;

/** Files and folders readable only by their owner. */
final class PrivateFiles {

    private static final Set<PosixFilePermission> NON_OWNER_MODES =
            EnumSet.complementOf(EnumSet.copyOf(PosixFilePermissions.fromString("rwx------")));

    private static final Set<PosixFilePermission> WRITTEN_BY_OTHERS =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private static final AclEntryFlag[] INHERITED = {AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT};

    private PrivateFiles() {}

    /**
     * Creates the folder and its parents unless it exists; an existing folder keeps its permissions, and is refused if others
     * can put files into it.
     */
    static void folder(Path path) {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path, rights(path, "rwx------"));
                keepFromOthers(path);
            } else if (isPosix(path)
                    && Files.getPosixFilePermissions(path).stream().anyMatch(WRITTEN_BY_OTHERS::contains)) {
                throw new StoreException("Other users of this computer can write to the folder " + path
                        + ". Let only its owner write there (chmod go-w), then start again.");
            }
        } catch (IOException e) {
            throw new StoreException("The folder for the station's data cannot be made: " + path, e);
        }
    }

    /** Creates an empty file unless it exists. */
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

    /** Waits until the content of the file is on the disk. */
    static void flush(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    static FileAttribute<?>[] rights(Path path, String posix) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))}
                : new FileAttribute<?>[0];
    }

    /**
     * Removes inherited permissions of others from a file or folder that was just created and is empty; content created
     * in the folder later inherits this. Needed only on Windows, outside of the owner's profile folder; elsewhere files
     * are created with the right mode.
     */
    static void keepFromOthers(Path path) throws IOException {
        AclFileAttributeView acl = isPosix(path) ? null : Files.getFileAttributeView(path, AclFileAttributeView.class);
        if (acl != null && isOpenToOthers(acl, path)) {
            AclEntryFlag[] flags = Files.isDirectory(path) ? INHERITED : new AclEntryFlag[0];
            acl.setAcl(AccessList.withoutOthers(acl.getAcl(), own(acl, path), system(), flags));
        }
    }

    /** Returns whether others than the owner, the system and its administrators have any access to the file. */
    static boolean isOpenToOthers(Path path) throws IOException {
        if (isPosix(path)) {
            return Files.getPosixFilePermissions(path).stream().anyMatch(NON_OWNER_MODES::contains);
        }
        AclFileAttributeView acl = Files.getFileAttributeView(path, AclFileAttributeView.class);
        return acl != null && isOpenToOthers(acl, path);
    }

    private static boolean isOpenToOthers(AclFileAttributeView acl, Path path) throws IOException {
        return AccessList.isOpenToOthers(acl.getAcl(), Set.of(acl.getOwner()), system())
                && AccessList.isOpenToOthers(acl.getAcl(), own(acl, path), system());
    }

    /** Returns the names of SYSTEM and of the group of administrators by their SIDs: Windows localises them. */
    private static Set<String> system() {
        return Stream.of("S-1-5-18", "S-1-5-32-544")
                .map(sid -> Advapi32Util.getAccountBySid(sid).fqn.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /**
     * Files created by an elevated process are owned by the administrators group and must remain accessible to the user
     * without elevation.
     */
    private static Set<UserPrincipal> own(AclFileAttributeView acl, Path path) throws IOException {
        Set<UserPrincipal> own = new LinkedHashSet<>(List.of(acl.getOwner()));
        String domain = System.getenv().getOrDefault("USERDOMAIN", "");
        String name = (domain.isBlank() ? "" : domain + "\\") + System.getProperty("user.name");
        try {
            own.add(path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name));
        } catch (UserPrincipalNotFoundException unknown) {
            // Only the owner remains.
            return own;
        }
        return own;
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
