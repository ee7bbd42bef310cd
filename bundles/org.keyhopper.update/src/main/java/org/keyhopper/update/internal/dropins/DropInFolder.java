package org.keyhopper.update.internal.dropins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The jars in the folder: directly in it, or for one vendor in {@code VENDOR} or {@code VENDOR/plugins}. */
record DropInFolder(Path folder) {

    private static final int DEPTH = 3;

    /** Returns the jars ordered by path; empty if the folder does not exist. */
    List<Path> jars() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.filter(DropInFolder::isJar).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String place(Path jar) {
        return folder.relativize(jar).toString().replace('\\', '/');
    }

    private static boolean isJar(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".jar") && !Files.isDirectory(file);
    }
}
