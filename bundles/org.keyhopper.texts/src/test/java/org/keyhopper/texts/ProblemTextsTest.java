package org.keyhopper.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.device.MetadataProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.SettingFault;
import org.keyhopper.api.network.NetworkProblem;
import org.keyhopper.api.policy.PolicyProblem;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.update.DropInProblem;
import org.keyhopper.api.update.UpdateProblem;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.core.run.Demand;
import org.keyhopper.core.run.RunProblem;

class ProblemTextsTest {

    private static final List<String> PARTS = List.of("title", "cause", "action");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");
    private static final Pattern JARGON = Pattern.compile(
            "CTAP|AAGUID|APDU|HID|PC/SC|HTTP|applet|token|assertion|attestation|credential|enrol|throttl|retries",
            Pattern.CASE_INSENSITIVE);

    @ParameterizedTest
    @ValueSource(strings = {"", "_de"})
    void everyCodeHasExactlyTitleCauseAndAction(String language) throws IOException {
        Set<String> wanted = codes().flatMap(code -> PARTS.stream().map(part -> code.id() + "." + part))
                .collect(Collectors.toCollection(TreeSet::new));
        PARTS.forEach(part -> wanted.add("unknown." + part));
        wanted.add("argument.missing");
        words().forEach(id -> wanted.add("words." + id));
        assertEquals(wanted, new TreeSet<>(texts(language).stringPropertyNames()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_de"})
    void everyTextIsAValidMessageFormat(String language) throws IOException {
        Properties texts = texts(language);
        for (String key : texts.stringPropertyNames()) {
            String text = texts.getProperty(key);
            assertEquals(text.strip(), text, key);
            assertFalse(text.isEmpty(), key);
            assertFalse(text.replace("''", "").contains("'"), () -> "a single apostrophe in " + key);
            String filled = new MessageFormat(text, Locale.ROOT).format(new Object[] {"<0>", "<1>", "<2>", "<3>"});
            assertFalse(filled.contains("{"), () -> key + ": " + filled);
            if (key.endsWith(".title")) {
                assertFalse(JARGON.matcher(text).find(), () -> "jargon in " + key);
                assertFalse(text.endsWith("."), key);
                assertTrue(text.length() <= 60, key);
            } else if (key.startsWith("words.") || key.equals("argument.missing")) {
                assertFalse(text.endsWith("."), key);
            } else {
                assertTrue(text.endsWith("."), key);
            }
        }
    }

    @Test
    void translationsUseTheSamePlaceholders() throws IOException {
        Properties english = texts("");
        Properties german = texts("_de");
        for (String key : english.stringPropertyNames()) {
            assertEquals(placeholders(english.getProperty(key)), placeholders(german.getProperty(key)), key);
        }
    }

    @ParameterizedTest
    @EnumSource(DeviceProblem.class)
    void everyCodeIsExplainedWithoutArguments(DeviceProblem code) {
        Explanation explanation = ProblemTexts.in(Locale.ENGLISH).explain(Problem.of(code));
        assertFalse(explanation.toString().contains("{"), explanation.toString());
        assertFalse(explanation.title().startsWith("Unexpected"), explanation.title());
    }

    @Test
    void argumentsAreInserted() {
        Problem problem = Problem.of(DirectoryProblem.BAD_SETTING, "tenant", "it's empty");
        assertEquals(
                "The setting \"tenant\" cannot be used: it's empty.",
                ProblemTexts.in(Locale.UK).explain(problem).cause());
        assertEquals(
                "Eine Einstellung des Verzeichnisses ist falsch",
                ProblemTexts.in(Locale.GERMANY).explain(problem).title());
    }

    @Test
    void textIdAsArgumentIsReplaced() {
        Problem problem = SettingFault.MISSING.of("tenant");
        assertEquals(
                "The setting \"tenant\" cannot be used: it is missing.",
                ProblemTexts.in(Locale.UK).explain(problem).cause());
        assertEquals(
                "Die Einstellung „tenant“ ist nicht verwendbar: sie fehlt.",
                ProblemTexts.in(Locale.GERMANY).explain(problem).cause());
        assertTrue(
                ProblemTexts.in(Locale.GERMANY)
                        .sentence(Problem.of(RunProblem.NOT_APPLIED, Demand.MINIMUM_PIN_LENGTH.id()))
                        .contains("nicht kann: eine Mindestlänge der PIN."),
                "a demand");
    }

    @Test
    void missingArgumentIsShownAsUnknown() {
        assertEquals(
                "The device did not accept the PIN. Tries left before it blocks: not known.",
                ProblemTexts.in(Locale.ENGLISH)
                        .explain(Problem.of(DeviceProblem.PIN_INVALID, " "))
                        .cause());
    }

    @Test
    void missingTranslationFallsBackToEnglish() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            Problem problem = Problem.of(DeviceProblem.PIN_BLOCKED);
            assertEquals(
                    "The PIN is blocked",
                    ProblemTexts.in(Locale.JAPAN).explain(problem).title());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void unknownCodeHasAGeneralExplanation() {
        ProblemCode code = () -> "printer.ate-the-card";
        Explanation explanation = ProblemTexts.in(Locale.ENGLISH).explain(Problem.of(code));
        assertEquals("Unexpected problem", explanation.title());
        assertTrue(explanation.cause().contains("printer.ate-the-card"), explanation.cause());
    }

    @Test
    void sentenceHasTitleAndCause() {
        assertEquals(
                "The account is disabled. The account of Kim is switched off in the directory.",
                ProblemTexts.in(Locale.ENGLISH).sentence(Problem.of(DirectoryProblem.USER_DISABLED, "Kim")));
    }

    private static Stream<ProblemCode> codes() {
        return Stream.of(
                        DeviceProblem.values(),
                        MetadataProblem.values(),
                        DirectoryProblem.values(),
                        PrinterProblem.values(),
                        RunProblem.values(),
                        CentralProblem.values(),
                        UpdateProblem.values(),
                        DropInProblem.values(),
                        PolicyProblem.values(),
                        NetworkProblem.values())
                .flatMap(Arrays::stream);
    }

    private static Stream<String> words() {
        Stream<String> outages = Stream.of(
                        DirectoryProblem.UNREACHABLE,
                        DirectoryProblem.NO_ANSWER,
                        DirectoryProblem.THROTTLED,
                        DirectoryProblem.SERVER_ERROR)
                .map(DirectoryProblem::id);
        return Stream.of(
                        Arrays.stream(SettingFault.values()).map(SettingFault::id),
                        Arrays.stream(Demand.values()).map(Demand::id),
                        outages)
                .flatMap(ids -> ids);
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                assertFalse(containsKey(key), () -> "twice: " + key);
                return super.put(key, value);
            }
        };
        try (Reader reader = new InputStreamReader(
                ProblemTextsTest.class.getResourceAsStream("/org/keyhopper/texts/problems" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
