package org.keyhopper.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.LiteralTree;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people read stands in message files, and nothing else stands there. */
class TextsTest {

    private static final Set<String> WINDOW = Set.of("ui", "ui.model", "app");

    /** Words for people have a large letter first or a space between two words; names of keys and widgets have neither. */
    private static final Pattern WORDS =
            Pattern.compile("(?s).*(?:(?<![\\p{L}\\d.])\\p{Lu}-?\\p{Ll}+|\\p{L}{2,} \\p{L}{2,}).*");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");
    private static final Map<String, Set<String>> MESSAGES = Map.of(
            "org.keyhopper.ui.model/src/main/resources/org/keyhopper/ui/model/messages.properties",
            WINDOW,
            "org.keyhopper.documents/src/main/resources/org/keyhopper/documents/report.properties",
            Set.of("documents"));

    @Test
    void noTextOfTheWindowStandsInItsSources() {
        List<String> wrong = new ArrayList<>();
        Sources.all().stream()
                .filter(file -> WINDOW.contains(file.bundle()))
                .forEach(file -> new TextLiterals() {
                    @Override
                    void found(LiteralTree literal, String text) {
                        if (WORDS.matcher(text).matches() && !text.contains("[")) {
                            wrong.add(file.at(literal) + " \"" + text + "\"");
                        }
                    }
                }.scan(file.unit(), null));
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyTextIsUsed() throws IOException {
        List<String> unused = new ArrayList<>();
        for (Map.Entry<String, Set<String>> file : MESSAGES.entrySet()) {
            MessageKeys said = new MessageKeys();
            Sources.all().stream()
                    .filter(source -> file.getValue().contains(source.bundle()))
                    .forEach(source -> said.scan(source.unit(), null));
            // Values of enums are made into keys wherever they are declared.
            Sources.all().forEach(source -> said.constants(source));
            Properties texts = load(Sources.bundles().resolve(file.getKey()));
            assertTrue(texts.size() > 10, file.getKey());
            texts.stringPropertyNames().stream()
                    .filter(key -> !said.canMake(key))
                    .sorted()
                    .forEach(unused::add);
        }
        assertEquals(List.of(), unused);
    }

    @Test
    void germanIsComplete() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<Path> translated;
        try (Stream<Path> files = Files.find(Sources.bundles(), 12, (file, kind) -> isGerman(file))) {
            translated = files.toList();
        }
        assertTrue(translated.size() >= MESSAGES.size(), translated::toString);
        for (Path file : translated) {
            Properties german = load(file);
            Properties english =
                    load(file.resolveSibling(file.getFileName().toString().replace("_de", "")));
            Set<String> keys = new TreeSet<>(english.stringPropertyNames());
            keys.addAll(german.stringPropertyNames());
            keys.stream()
                    .filter(key ->
                            !placeholders(english.getProperty(key)).equals(placeholders(german.getProperty(key))))
                    .map(key -> file.getFileName() + " " + key)
                    .forEach(wrong::add);
        }
        assertEquals(List.of(), wrong);
    }

    /** The form of a directory is made from what its connector describes, and told in the words of this file. */
    @Test
    void everySettingOfADirectoryHasItsWords() throws IOException {
        Properties words = load(Sources.bundles()
                .resolve("org.keyhopper.texts/src/main/resources/org/keyhopper/texts/settings.properties"));
        Set<String> wanted = new TreeSet<>();
        Sources.all().stream()
                .filter(file ->
                        file.bundle().startsWith("directory.") && file.name().endsWith("Fields.java"))
                .forEach(file -> settings(file).forEach(wanted::add));
        assertTrue(wanted.size() > 20, wanted::toString);
        Set<String> labelled = words.stringPropertyNames().stream()
                .filter(key -> key.endsWith(".label"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(wanted, labelled);
    }

    private static Stream<String> settings(SourceFile file) {
        Map<String, String> keys = Pattern.compile("String (\\w+) = \"(\\w+)\"")
                .matcher(file.text())
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
        String kind = file.bundle().substring("directory.".length());
        return Pattern.compile("SettingField\\.(?:required|optional)\\(\\s*(\\w+)")
                .matcher(file.text())
                .results()
                .map(found -> kind + "." + keys.get(found.group(1)) + ".label");
    }

    /** What a connector says that it looked at is told in these words; without them it would be in English for everybody. */
    @Test
    void everySubjectOfAFindingHasItsWords() throws IOException {
        Set<String> reported = new TreeSet<>();
        List<String> unreadable = new ArrayList<>();
        Sources.all().stream()
                .filter(file ->
                        file.bundle().startsWith("directory.") || file.bundle().equals("core"))
                .filter(file -> file.text().contains("import org.keyhopper.api.directory.Finding;"))
                .forEach(file -> subjects(file, reported, unreadable));
        assertEquals(List.of(), unreadable);
        Set<String> told = load(Sources.bundles()
                        .resolve("org.keyhopper.texts/src/main/resources/org/keyhopper/texts/settings.properties"))
                .stringPropertyNames()
                .stream()
                .filter(key -> key.startsWith("finding."))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(told, reported);
    }

    /** A subject is written where the finding is made, or is named so and written before. */
    private static void subjects(SourceFile file, Set<String> reported, List<String> unreadable) {
        Pattern made = Pattern.compile("(?:new Finding|Finding\\.(?:good|bad)|\\bfinding)\\(\\s*(\"[^\"]*\"|[^,)]+)");
        Pattern before = Pattern.compile("String subject = (\"[^\"]*\")");
        Stream.concat(
                        made.matcher(file.text()).results(),
                        before.matcher(file.text()).results())
                .map(found -> found.group(1))
                .filter(subject -> !subject.equals("subject") && !subject.equals("String subject"))
                .forEach(subject -> {
                    if (subject.startsWith("\"")) {
                        String words = subject.toLowerCase(Locale.ROOT).replace("\"", "");
                        reported.add("finding." + words.replaceAll("[^a-z]+", "-"));
                    } else {
                        unreadable.add(file.name() + ": " + subject);
                    }
                });
    }

    private static boolean isGerman(Path file) {
        return file.toString().contains("src/main/resources") && file.toString().endsWith("_de.properties");
    }

    /** A text that is missing has none, not even the empty set. */
    private static Optional<Set<String>> placeholders(String text) {
        return Optional.ofNullable(text).map(present -> PLACEHOLDER
                .matcher(present)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet()));
    }

    /** Nothing tells a screen reader what stands beside a field or above a table. */
    @Test
    void everyFieldAndTableIsGivenANameThatIsSpoken() {
        Pattern made = Pattern.compile("new (?:RowTable<|Text\\(|Combo\\(|Spinner\\()");
        Pattern spoken = Pattern.compile("Labels\\.accessibleName\\(");
        List<String> wrong = Sources.all().stream()
                .filter(file -> file.bundle().equals("ui"))
                .filter(file -> count(made, file) > count(spoken, file))
                .map(SourceFile::name)
                .toList();
        assertEquals(List.of(), wrong);
    }

    private static long count(Pattern pattern, SourceFile file) {
        return pattern.matcher(file.text()).results().count();
    }

    private static Properties load(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }
}
