package org.keyhopper.central.portal.internal.administration;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.central.directory.DirectoryDraft;
import org.keyhopper.central.portal.internal.frame.SelectOption;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.texts.SettingTexts;

/**
 * The settings of a directory as fields of a form: {@code setting.KEY}. A secret is never put into a page. A file is on the
 * computer of the server, and is named there by a command, since a browser should not make the server read files.
 */
final class DirectoryForm {

    private static final int LONGEST = 4000;

    private DirectoryForm() {}

    /** A field as it is shown. */
    public record Row(
            String name,
            String kind,
            String label,
            String help,
            String value,
            String defaultValue,
            boolean required,
            List<SelectOption> choices) {}

    static List<Row> fields(DirectoryConnector connector, Settings settings, boolean add, SettingTexts texts) {
        List<Row> rows = new ArrayList<>();
        for (SettingField field : connector.settings().fields()) {
            List<SelectOption> choices = field.choices().stream()
                    .map(choice -> new SelectOption(choice, texts.choice(connector.type(), field, choice)))
                    .toList();
            rows.add(new Row(
                    "setting." + field.key(),
                    field.kind().name(),
                    texts.label(connector.type(), field),
                    texts.help(connector.type(), field),
                    field.isSecret() ? "" : settings.get(field.key(), ""),
                    field.isSecret() ? "" : field.defaultValue(),
                    field.need() == SettingField.Need.REQUIRED && (add || !field.isSecret()),
                    choices));
        }
        return rows;
    }

    /**
     * Reads what was typed.
     *
     * @param stored the settings that are stored, of which those that name files are kept
     * @return a draft which the caller closes
     */
    static DirectoryDraft read(
            DirectoryConnector connector, String name, MultivaluedMap<String, String> form, Settings stored) {
        Map<String, String> settings = new HashMap<>();
        Map<String, String> secrets = new HashMap<>();
        for (SettingField field : connector.settings().fields()) {
            String value = field.kind() == SettingField.Kind.FILE
                    ? stored.get(field.key(), "")
                    : text(form.getFirst("setting." + field.key()));
            if (!value.isBlank()) {
                (field.isSecret() ? secrets : settings).put(field.key(), field.isSecret() ? value : value.strip());
            }
        }
        Map<String, Secret> typed = new HashMap<>();
        secrets.forEach((key, value) -> typed.put(key, Secret.of(value)));
        return new DirectoryDraft(
                new DirectoryAccount(name, connector.type(), new Settings(settings)),
                typed,
                day(form.getFirst("secretEnd")));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(text(typed).strip()).filter(it -> !it.isEmpty()).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw new BadRequestException("secretEnd", e);
        }
    }

    private static String text(String value) {
        String text = value == null ? "" : value;
        if (text.length() > LONGEST || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new BadRequestException("setting");
        }
        return text;
    }
}
