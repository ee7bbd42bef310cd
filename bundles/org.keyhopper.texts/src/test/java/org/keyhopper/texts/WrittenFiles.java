package org.keyhopper.texts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Bundles with texts that are installed and removed by a test; each is a folder below {@code root}. */
final class WrittenFiles implements TextFiles {

    private final Path root;
    private final List<String> bundles = new ArrayList<>();
    private int revision;

    WrittenFiles(Path root) {
        this.root = root;
    }

    /** Installs a bundle with English texts, or adds a file to one. */
    void write(String bundle, String file, String... lines) throws IOException {
        Files.createDirectories(root.resolve(bundle));
        Files.write(root.resolve(bundle).resolve(file), List.of(lines));
        if (!bundles.contains(bundle)) {
            bundles.add(bundle);
        }
        revision++;
    }

    void remove(String bundle) {
        bundles.remove(bundle);
        revision++;
    }

    @Override
    public int revision() {
        return revision;
    }

    @Override
    public List<URL> named(String name) {
        return bundles.stream()
                .map(bundle -> root.resolve(bundle).resolve(name))
                .filter(Files::exists)
                .map(WrittenFiles::address)
                .toList();
    }

    private static URL address(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
