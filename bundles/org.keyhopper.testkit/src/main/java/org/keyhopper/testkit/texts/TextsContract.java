package org.keyhopper.testkit.texts;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.api.settings.SettingsDescription;

/**
 * What a bundle says to operators: every problem code, setting and finding that it declares has its texts, in English and
 * in each other language of the bundle, and there is no text without use.
 */
public abstract class TextsContract {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+");
    private static final int LONGEST_TITLE = 60;

    private final TextFile files;

    /**
     * @param inBundle a class of the bundle under test
     * @param path the English file without its ending
     */
    protected TextsContract(Class<?> inBundle, String path) {
        files = new TextFile(inBundle, path);
    }

    /** @param inBundle a class of the bundle under test, whose texts are in {@code OSGI-INF/l10n/keyhopper.properties} */
    protected TextsContract(Class<?> inBundle) {
        this(inBundle, "OSGI-INF/l10n/keyhopper");
    }

    /** Returns the problem codes that the bundle declares. */
    protected Stream<? extends ProblemCode> codes() {
        return Stream.empty();
    }

    /** Returns the settings that the bundle declares, by the connector's type or the driver's id. */
    protected Map<String, SettingsDescription> settings() {
        return Map.of();
    }

    /** Returns the keys of all other texts: {@code finding.ID} of each finding, {@code words.ID} of each argument. */
    protected Set<String> otherKeys() {
        return Set.of();
    }

    @Test
    void everyCodeSettingAndFindingHasItsTexts() {
        Set<String> keys = new TreeSet<>(files.english().stringPropertyNames());
        Set<String> missing = required();
        missing.removeAll(keys);
        assertEquals(Set.of(), missing, "missing");
        keys.removeAll(required());
        keys.removeAll(optional());
        assertEquals(Set.of(), keys, "without use");
    }

    @Test
    void everyLanguageHasTheSameTextsWithTheSamePlaceholders() {
        Properties english = files.english();
        for (Map.Entry<String, Properties> translated : files.translations().entrySet()) {
            Properties texts = translated.getValue();
            assertEquals(
                    new TreeSet<>(english.stringPropertyNames()),
                    new TreeSet<>(texts.stringPropertyNames()),
                    translated.getKey());
            assertAll(english.stringPropertyNames().stream()
                    .map(key -> () -> assertEquals(
                            placeholders(english.getProperty(key)),
                            placeholders(texts.getProperty(key)),
                            translated.getKey() + " " + key)));
        }
    }

    @Test
    void everyTextIsAFormatAndASentenceWhereOneIsExpected() {
        Stream<Properties> all = Stream.concat(Stream.of(files.english()), files.translations().values().stream());
        assertAll(all.flatMap(texts ->
                texts.stringPropertyNames().stream().map(key -> () -> assertForm(key, texts.getProperty(key)))));
    }

    @Test
    void codesAreAnAreaAndWords() {
        assertEquals(
                List.of(),
                codes().map(ProblemCode::id)
                        .filter(id -> !CODE.matcher(id).matches())
                        .toList());
    }

    private Set<String> required() {
        Set<String> shared = files.shared();
        Stream<String> labels = fields().filter(field -> !shared.contains("setting." + key(field) + ".label"))
                .map(field -> field + ".label");
        Stream<String> problems =
                codes().flatMap(code -> Stream.of(".title", ".cause", ".action").map(part -> code.id() + part));
        return Stream.of(problems, labels, otherKeys().stream())
                .flatMap(keys -> keys)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The help of a setting and the labels of its choices may be missing, and the label of one that drivers or connectors share. */
    private Set<String> optional() {
        return Stream.concat(fields().flatMap(field -> Stream.of(field + ".label", field + ".help")), choices())
                .collect(Collectors.toSet());
    }

    private Stream<String> choices() {
        return settings().entrySet().stream()
                .flatMap(type -> type.getValue().fields().stream().flatMap(field -> field.choices().stream()
                        .map(choice -> type.getKey() + "." + field.key() + ".choice." + choice)));
    }

    private static String key(String field) {
        return field.substring(field.indexOf('.') + 1);
    }

    private Stream<String> fields() {
        return settings().entrySet().stream()
                .flatMap(type ->
                        type.getValue().fields().stream().map(SettingField::key).map(key -> type.getKey() + "." + key));
    }

    private static void assertForm(String key, String text) {
        assertEquals(text.strip(), text, key);
        assertFalse(text.isEmpty(), key);
        assertFalse(text.replace("''", "").contains("'"), () -> "a single apostrophe in " + key);
        String filled = new MessageFormat(text, Locale.ROOT).format(new Object[] {"<0>", "<1>", "<2>", "<3>"});
        assertFalse(filled.contains("{"), () -> key + ": " + filled);
        boolean sentence = key.endsWith(".cause") || key.endsWith(".action");
        if (sentence || key.endsWith(".title") || key.startsWith("words.")) {
            assertEquals(sentence, text.endsWith("."), key);
        }
        if (key.endsWith(".title")) {
            assertTrue(text.length() <= LONGEST_TITLE, () -> key + " is longer than " + LONGEST_TITLE);
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text == null ? "" : text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
