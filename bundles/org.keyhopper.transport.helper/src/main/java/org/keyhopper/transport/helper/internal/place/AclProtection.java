package org.keyhopper.transport.helper.internal.place;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;

/**
 * Protection by access control list, on Windows. The parent folder is writable only for administrators, which is not
 * checked again.
 */
final class AclProtection implements FileProtection {

    @Override
    public void createFolder(Path folder) throws IOException {
        Files.createDirectory(folder);
        allow(folder, List.of(full(Files.getOwner(folder))));
    }

    @Override
    public void createSharedParent(Path folder) throws IOException {
        Files.createDirectory(folder);
    }

    @Override
    public void transferTo(Path path, UserPrincipal person) throws IOException {
        allow(path, List.of(full(Files.getOwner(path)), full(person)));
    }

    @Override
    public void requireTrustedParent(Path folder) throws IOException {
        if (!Files.isWritable(folder)) {
            throw new AccessDeniedException(folder.toString());
        }
    }

    @Override
    public void requirePrivate(Path path) throws IOException {
        if (!Files.isReadable(path)) {
            throw new AccessDeniedException(path.toString());
        }
    }

    private static AclEntry full(UserPrincipal who) {
        return AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(who)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build();
    }

    private static void allow(Path path, List<AclEntry> entries) throws IOException {
        Files.getFileAttributeView(path, AclFileAttributeView.class).setAcl(entries);
    }
}
