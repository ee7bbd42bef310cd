package org.keyhopper.help.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The files in this bundle and in fragments that translate it. */
public final class BundleSources implements HelpSources {

    private static final String ROOT = "/help/";

    private final Bundle bundle = FrameworkUtil.getBundle(BundleSources.class);

    /** By path; those of this bundle first. */
    private final SortedMap<String, URL> files = new TreeMap<>();

    public BundleSources() {
        Optional.ofNullable(bundle.findEntries(ROOT, "*.*", true)).stream()
                .flatMap(entries -> Collections.list(entries).stream())
                .filter(entry -> !entry.getPath().endsWith("/"))
                .forEach(entry -> files.putIfAbsent(entry.getPath().substring(ROOT.length()), entry));
    }

    @Override
    public List<String> paths() {
        return List.copyOf(files.keySet());
    }

    @Override
    public Optional<byte[]> bytes(String path) {
        URL entry = files.get(path);
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
