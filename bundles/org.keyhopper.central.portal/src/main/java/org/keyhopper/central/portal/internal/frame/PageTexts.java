package org.keyhopper.central.portal.internal.frame;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the pages in one language. A missing one is a MissingResourceException. */
public record PageTexts(Locale locale, ResourceBundle messages) {

    private static final String MESSAGES = "org.keyhopper.central.portal.pages.messages";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** Returns those of a language; English if it is not there. */
    public static PageTexts of(Locale locale) {
        return new PageTexts(
                locale, ResourceBundle.getBundle(MESSAGES, locale, PageTexts.class.getClassLoader(), NO_FALLBACK));
    }

    public String get(String key, Object... arguments) {
        return new MessageFormat(messages.getString(key), locale).format(arguments);
    }

    public boolean has(String key) {
        return messages.containsKey(key);
    }
}
