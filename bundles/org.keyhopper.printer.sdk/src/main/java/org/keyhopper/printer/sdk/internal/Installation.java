package org.keyhopper.printer.sdk.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * An installed SDK.
 *
 * @param folder its folder
 * @param files all files in it
 */
record Installation(Path folder, List<Path> files) {

    Installation {
        files = List.copyOf(files);
    }

    List<Path> archives() {
        return files.stream().filter(Installation::isArchive).toList();
    }

    static boolean isArchive(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".jar");
    }
}
