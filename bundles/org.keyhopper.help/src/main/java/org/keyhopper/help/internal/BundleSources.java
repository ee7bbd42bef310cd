package org.keyhopper.help.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The files in this bundle and in fragments that translate it. */
public final class BundleSources implements HelpSources {

    private static final String ROOT = "/help/";

    private final Bundle bundle = FrameworkUtil.getBundle(BundleSources.class);

    @Override
    public List<String> paths() {
        return Optional.ofNullable(bundle.findEntries(ROOT, "*.*", true)).stream()
                .flatMap(entries -> Collections.list(entries).stream())
                .map(URL::getPath)
                .filter(path -> !path.endsWith("/"))
                .map(path -> path.substring(ROOT.length()))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Optional<byte[]> bytes(String path) {
        URL entry = bundle.getEntry(ROOT + path);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream stream = entry.openStream()) {
            return Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The page " + path + " of the product cannot be read", e);
        }
    }
}
