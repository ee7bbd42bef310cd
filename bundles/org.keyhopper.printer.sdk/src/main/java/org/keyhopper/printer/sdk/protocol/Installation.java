package org.keyhopper.printer.sdk.protocol;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * An installed SDK.
 *
 * @param folder its folder
 * @param files all files in it
 */
public record Installation(Path folder, List<Path> files) {

    public Installation {
        files = List.copyOf(files);
    }

    List<Path> archives() {
        return files.stream().filter(Installation::isArchive).toList();
    }

    public static boolean isArchive(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".jar");
    }
}
