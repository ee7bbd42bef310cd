package org.keyhopper.support.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Our logs, and those of the platform, which has a separate folder for each installation. */
public record LogPages(Path home) {

    private static final int DEPTH = 4;

    /** Adds all logs under neutral names, since the platform's paths contain the product folder. */
    public void addTo(ZipEntries entries) throws IOException {
        for (Path file : logs(home.resolve("logs"))) {
            add(entries, "logs/" + file.getFileName(), file);
        }
        int number = 1;
        for (Path file : logs(home.resolve(".eclipse"))) {
            add(entries, "logs/platform-" + number++ + ".log", file);
        }
    }

    private static List<Path> logs(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".log"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static void add(ZipEntries entries, String name, Path file) throws IOException {
        // Malformed UTF-8 is replaced by question marks instead of ending the file.
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            entries.log(name, reader.lines()::iterator);
        }
    }
}
