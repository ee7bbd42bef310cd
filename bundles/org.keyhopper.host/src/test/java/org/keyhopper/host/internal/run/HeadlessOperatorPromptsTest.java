package org.keyhopper.host.internal.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.PinQuestion;

class HeadlessOperatorPromptsTest {

    /** A variable that every process has, as the one with the PIN. */
    private static final String VARIABLE = "PATH";

    private final HeadlessOperatorPrompts prompts =
            new HeadlessOperatorPrompts(VARIABLE, problem -> {}, Optional.empty());

    private static PinQuestion question(int retries, Optional<Problem> refusal) {
        return new PinQuestion(PinQuestion.Kind.EXISTING, "Anna", 4, OptionalInt.of(retries), refusal);
    }

    @Test
    void pinOfAVariableIsUsedUntilItWasRefused() {
        assertTrue(prompts.enterPin(question(8, Optional.empty())).isPresent());
        Problem refusal = Problem.of(DeviceProblem.PIN_INVALID, "7");
        assertTrue(prompts.enterPin(question(7, Optional.of(refusal))).isEmpty());
    }

    @Test
    void lastTryIsNotUsedForThePinOfAVariable() {
        assertFalse(prompts.confirmLastPinAttempt(question(1, Optional.empty())));
    }
}
