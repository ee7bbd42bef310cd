package org.keyhopper.testkit.texts;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files with the texts of one bundle, in English and in each other language. They are read from where the bundle's
 * classes are, since other bundles on the class path have files of the same name.
 */
final class TextFile {

    private final String path;
    private final String prefix;

    TextFile(Class<?> inBundle, String path) {
        this.path = path;
        URL classes = inBundle.getProtectionDomain().getCodeSource().getLocation();
        prefix = (classes.getPath().endsWith("/") ? classes.toString() : "jar:" + classes + "!/") + path;
    }

    Properties english() {
        return load("").orElseGet(() -> fail("There is no file " + prefix + ".properties"));
    }

    /** Returns the translations by language. */
    Map<String, Properties> translations() {
        Map<String, Properties> translations = new TreeMap<>();
        for (String language : Locale.getISOLanguages()) {
            load("_" + language).ifPresent(texts -> translations.put(language, texts));
        }
        return translations;
    }

    /** Returns the keys of the texts of this name in all bundles on the class path. */
    Set<String> shared() {
        Set<String> keys = new HashSet<>();
        try {
            for (URL file : Collections.list(TextFile.class.getClassLoader().getResources(path + ".properties"))) {
                keys.addAll(read(file).stringPropertyNames());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }

    private Optional<Properties> load(String suffix) {
        try {
            return Optional.of(read(new URI(prefix + suffix + ".properties").toURL()));
        } catch (IOException missing) {
            return Optional.empty();
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static Properties read(URL file) throws IOException {
        Properties texts = new UniqueKeys();
        try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    /** Fails where a file has a key twice. */
    private static final class UniqueKeys extends Properties {

        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                fail("twice: " + key);
            }
            return super.put(key, value);
        }
    }
}
