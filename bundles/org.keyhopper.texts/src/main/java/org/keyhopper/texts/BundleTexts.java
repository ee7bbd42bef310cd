package org.keyhopper.texts;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ResourceBundle.Control;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The texts that bundles bring along, in one language. A text that a bundle lacks in that language is in English; of two
 * bundles with the same key the one installed first counts. Bundles may come and go at any time. Any thread.
 */
final class BundleTexts {

    private static final Logger LOG = LoggerFactory.getLogger(BundleTexts.class);
    private static final String NAME = "keyhopper";

    private final Locale locale;
    private final TextFiles files;
    private volatile Loaded loaded;

    /** @param revision of the files that the texts were read from */
    private record Loaded(int revision, Map<String, String> texts) {}

    BundleTexts(Locale locale, TextFiles files) {
        this.locale = locale;
        this.files = files;
    }

    /** Returns the pattern with this key. */
    Optional<String> find(String key) {
        return Optional.ofNullable(current().get(key));
    }

    Set<String> keys() {
        return current().keySet();
    }

    private Map<String, String> current() {
        int revision = files.revision();
        Loaded current = loaded;
        if (current == null || current.revision() != revision) {
            current = new Loaded(revision, read());
            loaded = current;
        }
        return current.texts();
    }

    private Map<String, String> read() {
        Map<String, String> texts = new HashMap<>();
        Control control = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        List<Locale> languages = control.getCandidateLocales(NAME, locale);
        for (Locale language : languages.reversed()) {
            texts.putAll(read(control.toBundleName(NAME, language) + ".properties"));
        }
        return texts;
    }

    private Map<String, String> read(String file) {
        Map<String, String> texts = new HashMap<>();
        for (URL found : files.named(file)) {
            Properties properties = load(found);
            properties.stringPropertyNames().forEach(key -> texts.putIfAbsent(key, properties.getProperty(key)));
        }
        return texts;
    }

    /** Texts are all that is lost with a file that cannot be read: problems are then explained in general terms. */
    private Properties load(URL file) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
            properties.values().forEach(text -> new MessageFormat((String) text, locale));
            return properties;
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("Texts in {} are not used", file, e);
            return new Properties();
        }
    }
}
