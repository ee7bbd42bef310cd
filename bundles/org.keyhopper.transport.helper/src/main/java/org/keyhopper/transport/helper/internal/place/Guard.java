package org.keyhopper.transport.helper.internal.place;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

/** Who may come near a file. */
public interface Guard {

    /** Makes a folder that only this process can enter. */
    void createFolder(Path folder) throws IOException;

    /** Makes a folder in which everybody may look for a folder of their own, and nobody else may write. */
    void createBase(Path folder) throws IOException;

    /** Gives the file or folder to a person, and to nobody else. */
    void give(Path path, UserPrincipal person) throws IOException;

    /** Throws when others than this process's account could have put something into the folder. */
    void requireOwnAlone(Path folder) throws IOException;

    /** Throws when the file or folder is not this process's account's alone. */
    void requireMine(Path path) throws IOException;

    /** Returns the guard of this system. */
    static Guard ofSystem() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix ? new PosixGuard() : new AclGuard();
    }
}
