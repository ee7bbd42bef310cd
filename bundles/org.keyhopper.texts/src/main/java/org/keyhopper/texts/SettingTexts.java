package org.keyhopper.texts;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.settings.SettingField;

/**
 * Labels of settings and subjects of connection tests in one language, from the bundles that declare them. Without a text
 * the key is returned. Any thread.
 */
public final class SettingTexts {

    private final Locale locale;
    private final BundleTexts texts;

    private SettingTexts(Locale locale, TextFiles files) {
        this.locale = locale;
        texts = new BundleTexts(locale, files);
    }

    public static SettingTexts in(Locale locale) {
        return in(locale, TextFiles.installed());
    }

    static SettingTexts in(Locale locale, TextFiles files) {
        return new SettingTexts(locale, files);
    }

    /**
     * Returns the label of a field.
     *
     * @param type the type of the connector, or the id of the driver, that the field belongs to
     */
    public String label(String type, SettingField field) {
        return text(type, field, ".label").orElse(field.key());
    }

    /** Returns the sentence below the field, or an empty string. */
    public String help(String type, SettingField field) {
        return text(type, field, ".help").orElse("");
    }

    /** Returns the label of a choice; without a text the value. */
    public String choice(String type, SettingField field, String value) {
        return text(type, field, ".choice." + value).orElse(value);
    }

    /** Returns the subject of a finding. */
    public String subject(Finding finding) {
        return text("finding." + finding.subject()).orElse(finding.subject());
    }

    /** A field that several connectors or drivers share has its texts without the type. */
    private Optional<String> text(String type, SettingField field, String part) {
        return text(type + "." + field.key() + part).or(() -> text("setting." + field.key() + part));
    }

    private Optional<String> text(String key) {
        return texts.find(key).map(pattern -> new MessageFormat(pattern, locale).format(new Object[0]));
    }
}
