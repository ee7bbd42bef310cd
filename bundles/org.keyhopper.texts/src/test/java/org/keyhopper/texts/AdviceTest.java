package org.keyhopper.texts;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.core.run.RunProblem;

/** Advice names what helps in the state in which the problem leaves a person or a device. */
class AdviceTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void reconcilingDoesNotHelpAfterAConflictSinceThePersonFailed(String language) {
        String advice = advice(language, Problem.of(DirectoryProblem.ALREADY_REGISTERED));
        assertFalse(advice.matches("(?s).*(RECONCILE|[Rr]econcile|KLÄREN).*"), advice);
        assertTrue(advice.contains("keyhopper request passkeys"), advice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void unclearPeopleNeedReconciling(String language) {
        String advice = advice(language, Problem.of(RunProblem.UNCLEAR_LEFT_OUT, "2", "R1"));
        assertTrue(advice.contains("keyhopper reconcile R1"), advice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void aStoppedAttemptDoesNotDeclareTheDeviceUsable(String language) {
        String advice = advice(language, Problem.of(RunProblem.STOPPED));
        assertFalse(advice.matches("(?s).*(can be used again|kann wieder verwendet werden).*"), advice);
        assertTrue(advice.matches("(?s).*(reset it before|setzen Sie es vor).*"), advice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void thePinCommandIsTheOneForTheStateOfTheDevice(String language) {
        assertTrue(
                advice(language, Problem.of(DeviceProblem.PIN_ALREADY_SET)).contains("keyhopper devices change-pin"));
        assertTrue(advice(language, Problem.of(DeviceProblem.PIN_NOT_SET)).contains("keyhopper devices set-pin"));
    }

    private static String advice(String language, Problem problem) {
        return ProblemTexts.in(Locale.of(language)).explain(problem).action();
    }
}
