package org.keyhopper.update.internal.policy;

import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.KnownFolders;
import com.sun.jna.platform.win32.Shell32Util;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks that only administrators can change a file or put another in its place. */
final class ProtectedFile {

    /** SYSTEM, the group of administrators, and TrustedInstaller, by their SIDs: their names are localised. */
    private static final List<String> ADMINISTRATORS =
            List.of("S-1-5-18", "S-1-5-32-544", "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464");

    private static final Set<AclEntryPermission> CHANGES = EnumSet.of(
            AclEntryPermission.WRITE_DATA,
            AclEntryPermission.APPEND_DATA,
            AclEntryPermission.DELETE,
            AclEntryPermission.DELETE_CHILD,
            AclEntryPermission.WRITE_ACL,
            AclEntryPermission.WRITE_OWNER);

    private ProtectedFile() {}

    /** Returns who else can change the file or its folder; empty if no other account can. */
    static Optional<String> othersWith(Path file) {
        return Stream.of(file, file.toAbsolutePath().getParent())
                .map(ProtectedFile::othersWithOne)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> othersWithOne(Path path) {
        try {
            return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                    ? posix(Files.readAttributes(path, PosixFileAttributes.class), uid(path))
                    : acl(Files.getFileAttributeView(path, AclFileAttributeView.class), administrators());
        } catch (IOException e) {
            return Optional.of(e.toString());
        }
    }

    private static int uid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    static Optional<String> posix(PosixFileAttributes attributes, int uid) {
        if (uid != 0) {
            return Optional.of(attributes.owner().getName());
        }
        if (attributes.permissions().contains(PosixFilePermission.GROUP_WRITE)) {
            return Optional.of(attributes.group().getName());
        }
        return attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE)
                ? Optional.of("*")
                : Optional.empty();
    }

    /** @param administrators the names of accounts that may change it, in lower case */
    static Optional<String> acl(AclFileAttributeView view, Set<String> administrators) throws IOException {
        Stream<String> writing = view.getAcl().stream()
                .filter(entry -> entry.type() == AclEntryType.ALLOW)
                .filter(entry -> entry.permissions().stream().anyMatch(CHANGES::contains))
                .filter(entry -> !isForContents(entry))
                .map(entry -> entry.principal().getName());
        return Stream.concat(Stream.of(view.getOwner().getName()), writing)
                .filter(name -> !administrators.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** What applies only to files made in the folder later is judged at those. */
    private static boolean isForContents(AclEntry entry) {
        return entry.flags().contains(AclEntryFlag.INHERIT_ONLY);
    }

    private static Set<String> administrators() {
        return ADMINISTRATORS.stream()
                .map(sid -> Advapi32Util.getAccountBySid(sid).fqn.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** Returns the folder of Windows for data of programs, whatever the environment says. */
    static Path programData() {
        return Path.of(Shell32Util.getKnownFolderPath(KnownFolders.FOLDERID_ProgramData));
    }
}
