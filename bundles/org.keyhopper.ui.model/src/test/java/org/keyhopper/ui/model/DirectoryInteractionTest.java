package org.keyhopper.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.ui.fakes.FakeStation;

class DirectoryInteractionTest {

    private final DirectoryInteraction signIn =
            new DirectoryInteraction(TestContext.of(new FakeStation()), address -> {});
    private final DirectoryPrompts prompts = signIn.begin(notice -> {});
    private final Problem obstacle = Problem.of(DirectoryProblem.MFA_DISABLED, "anna");

    private boolean answered(boolean answer) {
        try (ObservableState.Subscription operator = signIn.questions()
                .follow(question -> question.ifPresent(asked -> {
                    assertTrue(asked.text().contains("because [anna]"), asked.text());
                    asked.answer().accept(answer);
                    asked.answer().accept(!answer);
                }))) {
            return prompts.confirmChange(obstacle);
        }
    }

    @Test
    void onlyTheFirstAnswerCounts() {
        assertEquals(true, answered(true));
        assertEquals(false, answered(false));
    }

    @Test
    void questionIsRemovedOnceAnswered() {
        answered(true);
        assertEquals(Optional.empty(), signIn.questions().get());
    }

    @Test
    void interruptedQuestionIsDeclined() {
        Thread.currentThread().interrupt();
        assertEquals(false, prompts.confirmChange(obstacle));
        assertTrue(Thread.interrupted());
    }
}
