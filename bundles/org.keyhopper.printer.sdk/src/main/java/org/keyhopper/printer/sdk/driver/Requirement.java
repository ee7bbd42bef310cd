package org.keyhopper.printer.sdk.driver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.keyhopper.printer.sdk.protocol.Installation;

/** A part that an installed SDK must contain. */
sealed interface Requirement {

    /** Returns the name to display. */
    String label();

    /** Returns whether one of the files is or contains it. */
    boolean isIn(List<Path> files);

    /** A file in any folder. */
    record FileNamed(String label) implements Requirement {
        @Override
        public boolean isIn(List<Path> files) {
            return files.stream().anyMatch(file -> file.getFileName().toString().equalsIgnoreCase(label));
        }
    }

    /**
     * A class in any archive: vendors rename archives more often than classes.
     *
     * @param label the archive that usually contains it
     * @param name the class
     */
    record ClassInArchive(String label, String name) implements Requirement {
        @Override
        public boolean isIn(List<Path> files) {
            return files.stream().filter(Installation::isArchive).anyMatch(this::isIn);
        }

        private boolean isIn(Path archive) {
            try (ZipFile zip = new ZipFile(archive.toFile())) {
                return zip.getEntry(name.replace('.', '/') + ".class") != null;
            } catch (IOException e) {
                // A file that is not a valid archive does not contain it.
                return false;
            }
        }
    }
}
