package org.keyhopper.central.portal;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.keyhopper.central.portal.internal.frame.PageTexts;
import org.keyhopper.central.portal.internal.frame.TemplateFunctions;

/**
 * Renders pages; every value is escaped, and a variable that is missing is an error. Texts are those of the function {@code
 * t}. Thread-safe.
 */
public final class PageTemplates {

    private static final String FOLDER = "org/keyhopper/central/portal/pages/";

    private final PebbleEngine engine;

    public PageTemplates() {
        ClasspathLoader loader = new ClasspathLoader(PageTemplates.class.getClassLoader());
        loader.setPrefix(FOLDER);
        loader.setSuffix(".peb");
        engine = new PebbleEngine.Builder()
                .loader(loader)
                .strictVariables(true)
                .autoEscaping(true)
                .extension(new TemplateFunctions())
                .build();
    }

    /** Renders a page of someone who is not signed in. */
    public String plain(String template, Locale locale, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("frame", "plain");
        return render(template, locale, all);
    }

    /** Renders a page. */
    public String render(String template, Locale locale, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("language", locale.getLanguage());
        all.put("assets", Assets.path());
        StringWriter page = new StringWriter();
        try {
            engine.getTemplate(template).evaluate(page, all, locale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString();
    }

    /** Returns a text of the pages. */
    public static String text(Locale locale, String key, Object... arguments) {
        return PageTexts.of(locale).get(key, arguments);
    }
}
