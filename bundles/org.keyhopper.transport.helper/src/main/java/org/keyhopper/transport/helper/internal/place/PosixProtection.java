package org.keyhopper.transport.helper.internal.place;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Set;

/** Protection by owner and mode. */
final class PosixProtection implements FileProtection {

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> WRITABLE =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    @Override
    public void createFolder(Path folder) throws IOException {
        Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER));
    }

    @Override
    public void createSharedParent(Path folder) throws IOException {
        createFolder(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @Override
    public void transferTo(Path path, UserPrincipal person) throws IOException {
        Files.setPosixFilePermissions(path, OWNER);
        view(path).setOwner(person);
    }

    @Override
    public void requireTrustedParent(Path folder) throws IOException {
        PosixFileAttributes found = view(folder).readAttributes();
        boolean writable = found.permissions().stream().anyMatch(WRITABLE::contains);
        if (writable || !isOwn(found)) {
            throw new AccessDeniedException(folder.toString(), null, "writable by other accounts");
        }
    }

    @Override
    public void requirePrivate(Path path) throws IOException {
        PosixFileAttributes found = view(path).readAttributes();
        if (!OWNER.containsAll(found.permissions()) || !isOwn(found)) {
            throw new AccessDeniedException(path.toString(), null, "accessible to other accounts");
        }
    }

    private static boolean isOwn(PosixFileAttributes found) throws IOException {
        String me = System.getProperty("user.name");
        return found.owner()
                .equals(FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(me));
    }

    private static PosixFileAttributeView view(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }
}
