package org.keyhopper.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;

/** Problems of a driver that brings its own texts. */
class BundleTextsTest {

    private static final Problem WORN = Problem.of(() -> "acme.ribbon-worn", "3");

    @TempDir
    private Path folder;

    private WrittenFiles files;

    @BeforeEach
    void installDriver() throws IOException {
        files = new WrittenFiles(folder);
        files.write(
                "acme",
                "keyhopper.properties",
                "acme.ribbon-worn.title = The ribbon is worn",
                "acme.ribbon-worn.cause = It has {0} cards left.",
                "acme.ribbon-worn.action = Insert a new ribbon.",
                "words.acme.not-a-shelf = it is not a shelf");
    }

    private Explanation explained(Locale locale) {
        return ProblemTexts.in(locale, files).explain(WORN);
    }

    @Test
    void driverExplainsItsOwnProblem() {
        assertEquals(
                new Explanation("The ribbon is worn", "It has 3 cards left.", "Insert a new ribbon."),
                explained(Locale.ENGLISH));
    }

    @Test
    void languageThatTheProductLacks() throws IOException {
        files.write("acme", "keyhopper_fr.properties", "acme.ribbon-worn.title = Le ruban est us\u00e9");
        assertEquals("Le ruban est us\u00e9", explained(Locale.CANADA_FRENCH).title());
        assertEquals("It has 3 cards left.", explained(Locale.CANADA_FRENCH).cause());
        assertEquals("The ribbon is worn", explained(Locale.GERMAN).title());
    }

    @Test
    void textsComeAndGoWithTheirBundle() throws IOException {
        ProblemTexts texts = ProblemTexts.in(Locale.ENGLISH, files);
        assertEquals("The ribbon is worn", texts.explain(WORN).title());
        files.remove("acme");
        assertEquals("Unexpected problem", texts.explain(WORN).title());
        files.write("acme", "unrelated.txt");
        assertEquals("The ribbon is worn", texts.explain(WORN).title());
    }

    @Test
    void incompleteTextsAreNotUsed() throws IOException {
        files.write("acme", "keyhopper.properties", "acme.ribbon-worn.title = The ribbon is worn");
        assertEquals("Unexpected problem", explained(Locale.ENGLISH).title());
    }

    @Test
    void malformedFileCostsOnlyItsOwnTexts() throws IOException {
        files.write("broken", "keyhopper.properties", "broken.code.title = {0", "other = \\uZZZZ");
        files.write("second", "keyhopper.properties", "acme.ribbon-worn.title = Other");
        assertEquals("The ribbon is worn", explained(Locale.ENGLISH).title());
    }

    @Test
    void bundleCannotReplaceTextOfTheProduct() throws IOException {
        files.write(
                "other",
                "keyhopper.properties",
                "device.pin-blocked.title = All is well",
                "device.pin-blocked.cause = All is well.",
                "device.pin-blocked.action = Enter the PIN at https://example.org.");
        assertEquals(
                "The PIN is blocked",
                ProblemTexts.in(Locale.ENGLISH, files)
                        .explain(Problem.of(DeviceProblem.PIN_BLOCKED))
                        .title());
    }

    @Test
    void argumentIsReplacedByTextOfTheBundle() {
        assertEquals(
                "The value of \"shelf\" cannot be used: it is not a shelf.",
                ProblemTexts.in(Locale.ENGLISH, files)
                        .explain(Problem.of(DirectoryProblem.BAD_SETTING, "shelf", "acme.not-a-shelf"))
                        .cause());
    }
}
