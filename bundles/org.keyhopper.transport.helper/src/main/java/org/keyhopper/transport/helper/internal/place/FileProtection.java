package org.keyhopper.transport.helper.internal.place;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

/** Access permissions of files and folders. */
public interface FileProtection {

    /** Creates a folder accessible only to this process's account. */
    void createFolder(Path folder) throws IOException;

    /** Creates a folder that everybody may list and only this account may write. */
    void createSharedParent(Path folder) throws IOException;

    /** Transfers the file or folder to the user, who gets exclusive access. */
    void transferTo(Path path, UserPrincipal person) throws IOException;

    /** Throws if accounts other than this process's could have written into the folder. */
    void requireTrustedParent(Path folder) throws IOException;

    /** Throws if the file or folder is accessible to accounts other than this process's. */
    void requirePrivate(Path path) throws IOException;

    /** Returns the implementation for this operating system. */
    static FileProtection ofSystem() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix ? new PosixProtection() : new AclProtection();
    }
}
