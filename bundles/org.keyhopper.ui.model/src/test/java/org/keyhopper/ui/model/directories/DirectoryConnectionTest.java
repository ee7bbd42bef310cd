package org.keyhopper.ui.model.directories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.model.DirectoryInteraction;
import org.keyhopper.ui.model.TestContext;
import org.keyhopper.ui.model.WorkbenchContext;

/** The test of a connection that an operator starts from the form of a directory. */
class DirectoryConnectionTest {

    private final FakeStation station = new FakeStation();
    private final WorkbenchContext context = TestContext.of(station);
    private final DirectoryPresenter presenter =
            new DirectoryPresenter(context, new DirectoryInteraction(context, address -> {}));

    private DirectoryForm form() {
        return presenter.states().get().form().orElseThrow();
    }

    /**
     * Begins a connection test whose sign-in waits until it is cancelled; returns whether {@code giveUp} cancelled
     * it.
     */
    private boolean givenUp(Runnable giveUp) {
        AtomicBoolean cancelled = new AtomicBoolean();
        station.directories.signingIn = prompts -> {
            assertFalse(prompts.isCancelled());
            giveUp.run();
            cancelled.set(prompts.isCancelled());
        };
        DirectoryPresenterTest.fillIn(presenter);
        presenter.test();
        return cancelled.get();
    }

    @Test
    void connectionTestListsItsFindings() {
        DirectoryPresenterTest.fillIn(presenter);
        presenter.test();
        assertEquals(
                List.of(true, true, false),
                form().findings().stream().map(FindingRow::isGood).toList());
        assertTrue(form().findings().getLast().problem().contains("directory.not-permitted"));
        assertFalse(form().testing());
    }

    @Test
    void failedTestRemovesTheDeviceCode() {
        DirectoryInteraction signIn = new DirectoryInteraction(context, address -> {});
        DirectoryPresenter faulty = new DirectoryPresenter(context, signIn);
        DirectoryPresenterTest.fillIn(faulty);
        station.directories.signingIn = prompts -> {
            prompts.showDeviceCode("HJKR", URI.create("https://x.example"), Instant.MAX);
            throw new IllegalStateException("made up");
        };
        faulty.test();
        assertEquals(Optional.empty(), signIn.codes().get());
    }

    @Test
    void waitingTestIsCancelledByASecondClick() {
        assertTrue(givenUp(presenter::test));
        assertFalse(form().testing());
        assertTrue(givenUp(presenter::test), "the next one can be given up, too");
    }

    @Test
    void waitingTestIsCancelledByClosing() {
        assertTrue(givenUp(presenter::close));
    }
}
