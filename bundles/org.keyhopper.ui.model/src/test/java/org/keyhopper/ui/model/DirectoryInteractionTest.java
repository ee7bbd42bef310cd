package org.keyhopper.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.ui.fakes.FakeStation;

class DirectoryInteractionTest {

    private final DirectoryInteraction signIn =
            new DirectoryInteraction(TestContext.of(new FakeStation()), address -> {});
    private static final URI ADDRESS = URI.create("https://login.example/device");

    private final DirectoryInteraction.Attempt prompts = signIn.begin(notice -> {});
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

    private String code() {
        return signIn.codes().get().map(DirectoryInteraction.DeviceCode::code).orElse("");
    }

    private static void show(DirectoryPrompts prompts, String code) {
        prompts.showDeviceCode(code, ADDRESS, Instant.EPOCH);
    }

    @Test
    void codeIsClosedByItsOwnSignInOnly() {
        DirectoryInteraction.Attempt other = signIn.begin(notice -> {});
        show(prompts, "AAAA");
        other.closeDeviceCode();
        assertEquals("AAAA", code());
        show(other, "BBBB");
        assertEquals("BBBB", code());
        assertTrue(prompts.showsCode());
        other.closeDeviceCode();
        assertEquals("AAAA", code());
        assertFalse(other.showsCode());
        prompts.closeDeviceCode();
        assertEquals("", code());
    }

    @Test
    void secondQuestionWaitsForTheAnswerToTheFirst() throws InterruptedException {
        AtomicReference<Boolean> first = new AtomicReference<>();
        AtomicReference<Boolean> second = new AtomicReference<>();
        Thread one = Thread.ofPlatform().start(() -> first.set(prompts.confirmChange(obstacle)));
        DirectoryInteraction.ConsentQuestion asked = question(one);
        Thread two = Thread.ofPlatform()
                .start(() -> second.set(signIn.begin(notice -> {}).confirmChange(obstacle)));
        while (two.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertSame(asked, question(one));
        asked.answer().accept(true);
        one.join();
        question(two).answer().accept(false);
        two.join();
        assertEquals(true, first.get());
        assertEquals(false, second.get());
    }

    private DirectoryInteraction.ConsentQuestion question(Thread asking) {
        Optional<DirectoryInteraction.ConsentQuestion> asked = Optional.empty();
        while (asked.isEmpty() && asking.isAlive()) {
            asked = signIn.questions().get();
        }
        return asked.orElseThrow();
    }

    @Test
    void interruptedQuestionIsDeclined() {
        Thread.currentThread().interrupt();
        assertEquals(false, prompts.confirmChange(obstacle));
        assertTrue(Thread.interrupted());
    }
}
