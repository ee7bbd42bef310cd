package org.keyhopper.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.LiteralTree;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
            Set<String> labels = modelLabels();
            Properties texts = load(Sources.bundles().resolve(file.getKey()));
            assertTrue(texts.size() > 10, file.getKey());
            texts.stringPropertyNames().stream()
                    .filter(key -> !said.canMake(key) && !labels.contains(key))
                    .sorted()
                    .forEach(unused::add);
        }
        assertEquals(List.of(), unused);
    }

    /** Returns the keys that the application model names, as in {@code label="%menu.exit"}. */
    private static Set<String> modelLabels() throws IOException {
        Path model = Sources.bundles().resolve("org.keyhopper.ui/src/main/resources/fragments/desk.e4xmi");
        Set<String> labels = Pattern.compile("\"%([^\"]+)\"")
                .matcher(Files.readString(model))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertTrue(labels.size() > 10, labels::toString);
        return labels;
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

    /** The contract checks that codes, settings and findings have their texts, and that no text is without use. */
    @Test
    void everyBundleWithTextsRunsTheirContract() throws IOException {
        Set<String> without = new TreeSet<>();
        for (Path file : bundleTexts()) {
            Path bundle =
                    Sources.bundles().resolve(Sources.bundles().relativize(file).getName(0));
            try (Stream<Path> tests = Files.walk(bundle.resolve("src/test/java"))) {
                if (tests.noneMatch(TextsTest::isTextsContract)) {
                    without.add(bundle.getFileName().toString());
                }
            }
        }
        assertEquals(Set.of(), without);
    }

    /** A subject is a literal where the finding is created, or a constant of the support bundle, whose contract counts them. */
    @Test
    void everySubjectOfAFindingHasItsText() throws IOException {
        Set<String> texts = new TreeSet<>();
        for (Path file : bundleTexts()) {
            texts.addAll(load(file).stringPropertyNames());
        }
        Pattern created = Pattern.compile("(?:new Finding|Finding\\.(?:good|bad)|Findings\\.of)\\(\\s*\"([^\"]*)\"");
        List<String> missing = Sources.all().stream()
                .flatMap(file -> created.matcher(file.text()).results())
                .map(found -> "finding." + found.group(1))
                .filter(key -> !texts.contains(key))
                .toList();
        assertEquals(List.of(), missing);
    }

    private static List<Path> bundleTexts() throws IOException {
        try (Stream<Path> files = Files.find(
                Sources.bundles(),
                7,
                (file, kind) -> file.endsWith("src/main/resources/OSGI-INF/l10n/keyhopper.properties")
                        && !file.toString().contains("org.keyhopper.ui.fakes"))) {
            List<Path> found = files.toList();
            assertTrue(found.size() >= 5, found::toString);
            return found;
        }
    }

    private static boolean isTextsContract(Path test) {
        try {
            return test.toString().endsWith(".java") && Files.readString(test).contains("extends TextsContract");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
