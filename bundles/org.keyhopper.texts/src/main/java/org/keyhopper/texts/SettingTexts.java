package org.keyhopper.texts;

import java.util.Locale;
import java.util.ResourceBundle;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.settings.SettingField;

/**
 * Translates the settings of directories and the findings of connection tests into one language. Without a
 * translation the connector's own text is used. Any thread.
 */
public final class SettingTexts {

    private static final String BUNDLE = "org.keyhopper.texts.settings";

    private final ResourceBundle texts;

    private SettingTexts(ResourceBundle texts) {
        this.texts = texts;
    }

    public static SettingTexts in(Locale locale) {
        return new SettingTexts(ResourceBundle.getBundle(
                BUNDLE,
                locale,
                SettingTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** Returns the field of a kind of directory with translated label and help. */
    public SettingField of(String type, SettingField field) {
        String key = type + "." + field.key();
        return new SettingField(
                field.key(),
                field.kind(),
                field.need(),
                text(key + ".label", field.label()),
                text(key + ".help", field.help()),
                field.defaultValue(),
                field.choices());
    }

    /** Returns the translated subject of a finding. */
    public String subject(Finding finding) {
        String slug = finding.subject().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        return text("finding." + slug, finding.subject());
    }

    boolean knows(String key) {
        return texts.containsKey(key);
    }

    private String text(String key, String otherwise) {
        return texts.containsKey(key) ? texts.getString(key) : otherwise;
    }
}
