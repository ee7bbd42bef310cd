package org.keyhopper.ui.model;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The texts of the user interface in one language. Immutable, any thread. */
public final class Messages {

    private static final String BUNDLE = "org.keyhopper.ui.model.messages";

    private final ResourceBundle texts;
    private final Locale locale;

    private Messages(ResourceBundle texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    /** Returns the texts in the given language, or in English if there is no translation. */
    public static Messages in(Locale locale) {
        Control control = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        return new Messages(ResourceBundle.getBundle(BUNDLE, locale, Messages.class.getClassLoader(), control), locale);
    }

    /** Returns the text of the key with {0}, {1}, … replaced by the arguments; a missing key is a programming error. */
    public String text(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }

    public Locale locale() {
        return locale;
    }
}
