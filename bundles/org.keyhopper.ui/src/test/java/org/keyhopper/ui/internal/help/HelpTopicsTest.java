package org.keyhopper.ui.internal.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.ui.model.Perspective;

/** F1 has a page everywhere. */
class HelpTopicsTest {

    private static final Path PAGES = Path.of("../org.keyhopper.help/src/main/resources/help/en");
    private static final Pattern DIALOG =
            Pattern.compile("new BaseDialog\\(\\s*\\w+,\\s*(?:\\w+ \\? \"(\\w+)\" : )?\"(\\w+)\"");

    /** Questions and messages that interrupt something: the page of the place below is of more use. */
    private static final Set<String> WITHOUT_PAGE = Set.of("dialog.question", "dialog.tell");

    private static final Pattern LABEL = Pattern.compile("(?<![*\\w])\\*([^*\\n]+)\\*(?!\\*)");

    @Test
    void everyPerspectiveAndDialogHasAPage() throws IOException {
        Set<String> expected = new TreeSet<>();
        Arrays.stream(Perspective.values()).forEach(each -> expected.add("place." + each.name()));
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                DIALOG.matcher(Files.readString(source))
                        .results()
                        .flatMap(found -> Stream.of(found.group(1), found.group(2)))
                        .filter(id -> id != null)
                        .forEach(id -> expected.add("dialog." + id));
            }
        }
        assertTrue(expected.removeAll(WITHOUT_PAGE));
        assertEquals(expected, new TreeSet<>(HelpTopics.ids()));
    }

    @Test
    void everyDialogIsRecognised() throws IOException {
        long made = 0;
        long recognised = 0;
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(source);
                made += Pattern.compile("new BaseDialog\\(")
                        .matcher(text)
                        .results()
                        .count();
                recognised += DIALOG.matcher(text).results().count();
            }
        }
        assertEquals(made, recognised);
    }

    @Test
    void everyPageExists() {
        List<String> missing = HelpTopics.ids().stream()
                .filter(id -> !Files.exists(PAGES.resolve(HelpTopics.topic(id) + ".md")))
                .toList();
        assertEquals(List.of(), missing);
    }

    /** In the pages, italics are the labels of the window. */
    @ParameterizedTest
    @CsvSource({"en, messages.properties", "de, messages_de.properties"})
    void labelsInThePagesAreThoseOfTheWindow(String language, String messages) throws IOException {
        Set<String> labels = labels(messages);
        Set<String> unknown = new TreeSet<>();
        try (Stream<Path> pages = Files.list(PAGES.resolveSibling(language))) {
            for (Path page : pages.toList()) {
                LABEL.matcher(Files.readString(page).replaceAll("(?m)^    .*$|`[^`]*`", ""))
                        .results()
                        .flatMap(found -> Arrays.stream(found.group(1).split(" > ")))
                        .filter(label -> !labels.contains(label))
                        .forEach(label -> unknown.add(page.getFileName() + ": " + label));
            }
        }
        assertEquals(Set.of(), unknown);
    }

    private static Set<String> labels(String messages) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(
                Path.of("../org.keyhopper.ui.model/src/main/resources/org/keyhopper/ui/model", messages))) {
            texts.load(reader);
        }
        return texts.values().stream()
                .map(text -> ((String) text).split("\t")[0])
                .map(text -> text.replace("&", "").replace("''", "'"))
                .map(text -> text.replaceAll(" ?[…→]$| \\(?\\{\\d\\}\\)?|: \\{\\d\\}", "")
                        .strip())
                .collect(Collectors.toSet());
    }
}
