package org.keyhopper.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.SettingFault;
import org.keyhopper.core.run.Demand;
import org.keyhopper.core.run.RunProblem;

class ProblemTextsTest {

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
                "The value of \"tenant\" cannot be used: it's empty.",
                ProblemTexts.in(Locale.UK).explain(problem).cause());
        assertEquals(
                "Ungültige Verzeichniseinstellung",
                ProblemTexts.in(Locale.GERMANY).explain(problem).title());
    }

    @Test
    void textIdAsArgumentIsReplaced() {
        Problem problem = SettingFault.MISSING.of("tenant");
        assertEquals(
                "The value of \"tenant\" cannot be used: it is missing.",
                ProblemTexts.in(Locale.UK).explain(problem).cause());
        assertEquals(
                "Der Wert von „tenant“ ist nicht verwendbar: die Angabe fehlt.",
                ProblemTexts.in(Locale.GERMANY).explain(problem).cause());
        assertTrue(
                ProblemTexts.in(Locale.GERMANY)
                        .sentence(Problem.of(RunProblem.NOT_APPLIED, Demand.MINIMUM_PIN_LENGTH.id()))
                        .contains("nicht unterstützt: eine Mindestlänge der PIN."),
                "a demand");
    }

    @Test
    void missingArgumentIsShownAsUnknown() {
        assertEquals(
                "The device rejected the PIN. Remaining attempts: not known.",
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
                "The account is disabled. The account of Kim is disabled in the directory.",
                ProblemTexts.in(Locale.ENGLISH).sentence(Problem.of(DirectoryProblem.USER_DISABLED, "Kim")));
    }
}
