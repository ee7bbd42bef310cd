package org.keyhopper.store.internal;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.sqlite.JDBC;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Keeps SQLite's native library in the framework's storage for the driver's bundle. The driver itself would unpack the library
 * for each process and compare it byte by byte, which takes a tenth of a second; it does so where that storage cannot be used.
 */
public final class SqliteLibraryActivator implements BundleActivator {

    /** The driver's property for the folder with its library. */
    private static final String FOLDER = "org.sqlite.lib.path";

    private static final Logger LOG = Logger.getLogger(SqliteLibraryActivator.class.getName());

    /** Called before any other class of the bundle is used; tells the driver where the library is. */
    @Override
    public void start(BundleContext context) {
        if (System.getProperty(FOLDER) == null) {
            prepare(FrameworkUtil.getBundle(JDBC.class));
        }
    }

    @Override
    public void stop(BundleContext context) {
        // The library stays for the next start.
    }

    private static void prepare(Bundle driver) {
        String name = LibraryLoaderUtil.getNativeLibName();
        // The number of a bundle, by which the framework names its storage, may be another's after an update.
        File kept = driver.getDataFile(driver.getVersion() + "/" + System.getProperty("os.arch") + "/" + name);
        if (kept == null) {
            return;
        }
        try {
            // Only if needed: to find the path of the library in its jar, the driver runs uname.
            if (!isWhole(kept.toPath())) {
                String path = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
                URL packed = JDBC.class.getResource(path);
                if (packed == null) {
                    throw new FileNotFoundException(path);
                }
                keep(packed, kept.toPath());
            }
            System.setProperty(FOLDER, kept.getParent());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "SQLite's library cannot be kept as " + kept, e);
        }
    }

    /** Loading a library that is not whole could crash the process. */
    static boolean isWhole(Path kept) throws IOException {
        Path size = sizeOf(kept);
        return Files.exists(size)
                && Files.exists(kept)
                && Files.readString(size).equals(Long.toString(Files.size(kept)));
    }

    private static Path sizeOf(Path kept) {
        return kept.resolveSibling(kept.getFileName() + ".size");
    }

    /** Other processes may do the same at the same time, or have been ended while they did. */
    static void keep(URL packed, Path kept) throws IOException {
        Files.createDirectories(kept.getParent());
        Path unpacked = Files.createTempFile(kept.getParent(), kept.getFileName() + ".", "");
        try {
            try (InputStream in = packed.openStream()) {
                Files.copy(in, unpacked, StandardCopyOption.REPLACE_EXISTING);
            }
            PrivateFiles.flush(unpacked);
            String size = Long.toString(Files.size(unpacked));
            Files.move(unpacked, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(sizeOf(kept), size);
        } finally {
            Files.deleteIfExists(unpacked);
        }
    }
}
