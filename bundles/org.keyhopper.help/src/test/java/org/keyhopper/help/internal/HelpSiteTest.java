package org.keyhopper.help.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.help.HelpTopic;
import org.keyhopper.texts.ProblemTexts;

/** The documents as the product writes them: complete, and with every link leading somewhere. */
class HelpSiteTest {

    private static final Pattern TARGET = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final Pattern PROBLEM = Pattern.compile("\\[([^\\]]+)\\]\\(problems/([\\w.-]+)\\.md\\)");

    @TempDir
    static Path folder;

    @BeforeAll
    static void writeBothLanguages() throws IOException {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            HelpPages pages = pages(locale);
            new HelpSite(pages, folder).file(pages.find("index").orElseThrow());
        }
    }

    private static HelpPages pages(Locale locale) {
        return new HelpPages(new FolderSources(), new ProblemPages(ProblemTexts.in(locale), locale), locale);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    private static List<String> targets(Path file) throws IOException {
        return TARGET.matcher(Files.readString(file))
                .results()
                .map(MatchResult::group)
                .map(found -> found.substring(found.indexOf('"') + 1, found.length() - 1))
                .filter(target -> !target.startsWith("http"))
                .toList();
    }

    private static String path(String target) {
        return target.contains("#") ? target.substring(0, target.indexOf('#')) : target;
    }

    private static boolean leadsSomewhere(Path file, String target) throws IOException {
        Path page = path(target).isEmpty() ? file : file.resolveSibling(path(target));
        return Files.exists(page)
                && (!target.contains("#")
                        || Files.readString(page).contains("id=\"" + target.substring(target.indexOf('#') + 1) + "\""));
    }

    @Test
    void everyLinkLeadsToAPageAndAHeading() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path file : files()) {
            for (String target : targets(file)) {
                if (!leadsSomewhere(file, target)) {
                    broken.add(folder.relativize(file) + " -> " + target);
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void everyPageIsReachedFromTheContents() throws IOException {
        Set<Path> reached = new HashSet<>();
        Deque<Path> open = new ArrayDeque<>(List.of(folder.resolve("en/index.html")));
        while (!open.isEmpty()) {
            Path file = open.pop();
            if (file.toString().endsWith(".html") && reached.add(file)) {
                for (String target : targets(file)) {
                    open.push(file.resolveSibling(path(target)).normalize());
                }
            }
        }
        Set<Path> missed = new TreeSet<>(files().stream()
                .filter(file -> file.startsWith(folder.resolve("en")))
                .toList());
        missed.removeAll(reached);
        assertEquals(Set.of(), missed);
    }

    @Test
    void everyProblemCodeHasAPageInBothLanguages() throws IOException {
        for (String code : ProblemTexts.in(Locale.ENGLISH).codes()) {
            assertTrue(Files.readString(folder.resolve("en/problems/" + code + ".html"))
                    .contains("What to do"));
            assertTrue(Files.readString(folder.resolve("de/problems/" + code + ".html"))
                    .contains("Was zu tun ist"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void pagesNameAProblemByItsTitle(String language) throws IOException {
        Locale locale = Locale.forLanguageTag(language);
        ProblemPages problems = new ProblemPages(ProblemTexts.in(locale), locale);
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> pages = Files.list(Path.of("src/main/resources/help", language))) {
            for (Path page : pages.filter(Files::isRegularFile).toList()) {
                PROBLEM.matcher(Files.readString(page))
                        .results()
                        .filter(link -> !link.group(1).equals(problems.title(link.group(2))))
                        .forEach(link -> wrong.add(page.getFileName() + ": " + link.group(1)));
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void problemPageHasCauseAndNextStep() {
        String page = pages(Locale.ENGLISH).markdown("problems/device.no-fido-applet");
        assertTrue(page.startsWith("# This card does not support passkeys"), page);
        assertTrue(page.contains("`device.no-fido-applet`"), page);
        assertTrue(page.contains("(status …)"), page);
        assertFalse(page.contains("{0}"), page);
    }

    @Test
    void pageWithoutTranslationIsInEnglishAndSaysSo() throws IOException {
        HelpTopic topic = pages(Locale.GERMAN).find("command-line").orElseThrow();
        assertFalse(topic.translated());
        String page = Files.readString(folder.resolve("de/command-line.html"));
        assertTrue(page.contains("<html lang=\"en\">"), page);
        assertTrue(page.contains("<p class=\"notice\" lang=\"de\">"), page);
    }

    @Test
    void unknownTopicIsNotFound() {
        assertTrue(pages(Locale.ENGLISH).find("problems/no.such-code").isEmpty());
        assertTrue(pages(Locale.ENGLISH).find("no-such-page").isEmpty());
    }

    @Test
    void unchangedFilesAreNotWrittenAgain() throws IOException {
        Path file = folder.resolve("en/index.html");
        FileTime before = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(file, before);
        HelpPages pages = pages(Locale.ENGLISH);
        new HelpSite(pages, folder).file(pages.find("index").orElseThrow());
        assertEquals(before, Files.getLastModifiedTime(file));
    }

    @ParameterizedTest
    @CsvSource({
        "'', manual-run.md, manual-run.html",
        "'', results.md#skipped-people, results.html#skipped-people",
        "'', #options, #options",
        "'', https://example.com/a.md, https://example.com/a.md",
        "'', ../../../../../../../releng/adr/0001-a.md, decisions/0001-a.html",
        "'', ../../../../../../../releng/pictures/en/manual.png, pictures/en/manual.png",
        "'', ../../../../../../../CONTRIBUTING.md, ''",
        "'', ../en/printers.md#options, printers.html#options",
        "../, 0002-b.md, 0002-b.html",
        "../, ../problems.md, ../problems.html",
        "../, ../../bundles/x.md, ''"
    })
    void linksAreRewritten(String root, String target, String expected) {
        assertEquals(expected, HelpSite.link(root, target));
    }

    @Test
    void titleIsTheFirstHeadingAlone() {
        assertEquals("The x", Markdown.title("# The `x`\n\ntext\n\n## More\n\n| a |\n|---|\n| b |\n"));
    }

    @Test
    void htmlInAPageIsShownAsText() {
        assertEquals("<p>&lt;b&gt;x&lt;/b&gt;</p>\n", Markdown.html("<b>x</b>", target -> target));
    }

    @Test
    void linkToSomethingOutsideRemainsAsText() {
        assertEquals("<p>see <em>the</em> file</p>\n", Markdown.html("see [*the* file](x)", target -> ""));
    }
}
