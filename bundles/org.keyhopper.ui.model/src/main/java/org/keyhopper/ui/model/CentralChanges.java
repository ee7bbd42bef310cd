package org.keyhopper.ui.model;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.keyhopper.ui.model.central.CentralPresenter;

/** What joining, leaving and signing in change in the window. */
record CentralChanges(WorkbenchModel model, WorkbenchContext context) {

    private static final Duration LOST_PAUSE = Duration.ofSeconds(15);

    CentralPresenter presenter(Consumer<URI> browser) {
        Executor later = CompletableFuture.delayedExecutor(LOST_PAUSE.toSeconds(), TimeUnit.SECONDS, context.work());
        return new CentralPresenter(
                context,
                new CentralPresenter.Surroundings(
                        browser, model::isRunning, this::showOther, this::showAllowed, later::execute));
    }

    /** Shows the requests of another store. */
    private void showOther() {
        model.results().close();
        model.go(Perspective.REQUESTS);
        model.inventory().refresh();
    }

    private void showAllowed() {
        model.requests().refresh();
        model.results().refresh();
    }
}
