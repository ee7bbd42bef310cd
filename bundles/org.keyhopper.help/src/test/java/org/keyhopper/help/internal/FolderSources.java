package org.keyhopper.help.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The documents as the build packs them, read from the source folders. */
final class FolderSources implements HelpSources {

    private final TreeMap<String, Path> files = new TreeMap<>();

    FolderSources() {
        add("", Path.of("src/main/resources/help"));
        add("en/decisions/", Path.of("../../releng/adr"));
        add("pictures/", Path.of("../../releng/pictures"));
    }

    private void add(String prefix, Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            found.filter(Files::isRegularFile)
                    .forEach(file -> files.put(
                            prefix + folder.relativize(file).toString().replace('\\', '/'), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> paths() {
        return List.copyOf(files.keySet());
    }

    @Override
    public Optional<byte[]> bytes(String path) {
        return Optional.ofNullable(files.get(path)).map(file -> {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
