package org.keyhopper.printer.sdk.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/** Something that an installed kit must contain. */
sealed interface Requirement {

    /** Returns how to name it to somebody who looks for it. */
    String label();

    /** Returns whether one of these files is or contains it. */
    boolean isIn(List<Path> files);

    /** A file, whatever its folder. */
    record FileNamed(String label) implements Requirement {
        @Override
        public boolean isIn(List<Path> files) {
            return files.stream().anyMatch(file -> file.getFileName().toString().equalsIgnoreCase(label));
        }
    }

    /**
     * A class in any archive: makers rename their archives more often than their classes.
     *
     * @param label the archive that usually has it
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
                // What cannot be read as an archive does not contain it.
                return false;
            }
        }
    }
}
