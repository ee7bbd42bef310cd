package org.keyhopper.central.server.internal.page;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** Renders the templates beside this class; every value is escaped. Thread-safe. */
final class Templates {

    private static final String FOLDER = "org/keyhopper/central/server/internal/page/";
    private static final String MESSAGES = FOLDER.replace('/', '.') + "messages";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final PebbleEngine engine;

    Templates() {
        ClasspathLoader loader = new ClasspathLoader(Templates.class.getClassLoader());
        loader.setPrefix(FOLDER);
        loader.setSuffix(".peb");
        engine = new PebbleEngine.Builder()
                .loader(loader)
                .strictVariables(true)
                .autoEscaping(true)
                .build();
    }

    /** Returns the page; texts are the variable {@code text}. */
    String render(String template, Locale locale, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("text", texts(locale));
        all.put("language", locale.getLanguage());
        StringWriter page = new StringWriter();
        try {
            engine.getTemplate(template).evaluate(page, all, locale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString();
    }

    /** Returns the texts by their keys. */
    static Map<String, String> texts(Locale locale) {
        ResourceBundle messages =
                ResourceBundle.getBundle(MESSAGES, locale, Templates.class.getClassLoader(), NO_FALLBACK);
        Map<String, String> texts = new HashMap<>();
        messages.keySet().forEach(key -> texts.put(key, messages.getString(key)));
        return texts;
    }
}
