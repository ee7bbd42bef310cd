package org.keyhopper.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.app.internal.SingleInstance.Start;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.model.link.ProvisionLink;

class SingleInstanceTest {

    private static final Optional<ProvisionLink> LINK = Optional.of(ProvisionLink.to(new RequestId("R7K3M")));
    private static final Optional<ProvisionLink> NO_LINK = Optional.empty();
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path home;

    private final BlockingQueue<Optional<ProvisionLink>> taken = new LinkedBlockingQueue<>();

    private SingleInstance desktop() {
        return new SingleInstance(home, "desktop");
    }

    private Optional<ProvisionLink> received() throws InterruptedException {
        return taken.poll(30, TimeUnit.SECONDS);
    }

    @Test
    void firstInstanceOpensTheWindow() throws InterruptedException {
        try (SingleInstance first = desktop()) {
            assertFalse(first.passOn(LINK));
            assertEquals(Start.FIRST, first.start(LINK, LONG));
        }
    }

    @Test
    void laterInstancePassesItsLinkOn() throws InterruptedException {
        try (SingleInstance first = desktop()) {
            first.start(NO_LINK, LONG);
            first.listen(taken::add);
            assertEquals(Start.PASSED_ON, desktop().start(LINK, LONG));
            assertEquals(LINK, received());
            assertEquals(Start.PASSED_ON, desktop().start(NO_LINK, LONG));
            assertEquals(NO_LINK, received());
            Optional<ProvisionLink> refused = Optional.of(ProvisionLink.refused());
            assertEquals(Start.PASSED_ON, desktop().start(refused, LONG));
            assertEquals(refused, received());
        }
    }

    @Test
    void laterInstanceWaitsForAStartingOne() throws InterruptedException {
        try (SingleInstance first = desktop()) {
            first.start(NO_LINK, LONG);
            BlockingQueue<Start> later = new LinkedBlockingQueue<>();
            Thread waiting = Thread.ofPlatform().start(() -> later.add(startLater()));
            first.listen(taken::add);
            assertEquals(Start.PASSED_ON, later.poll(30, TimeUnit.SECONDS));
            assertEquals(LINK, received());
            waiting.join();
        }
    }

    private Start startLater() {
        try {
            return desktop().start(LINK, LONG);
        } catch (InterruptedException e) {
            return Start.UNANSWERED;
        }
    }

    @Test
    void unresponsiveInstanceIsNotReplaced() throws InterruptedException {
        try (SingleInstance first = desktop()) {
            first.start(NO_LINK, LONG);
            assertEquals(Start.UNANSWERED, desktop().start(LINK, Duration.ZERO));
        }
    }

    @Test
    void lockSurvivesGarbageCollection() throws InterruptedException {
        assertEquals(Start.FIRST, desktop().start(NO_LINK, LONG));
        System.gc();
        assertEquals(Start.UNANSWERED, desktop().start(LINK, Duration.ofSeconds(1)));
    }

    @Test
    void crashedInstanceIsReplaced() throws IOException, InterruptedException {
        Files.createFile(home.resolve("desktop.lock"));
        Files.createFile(home.resolve("desktop.socket"));
        try (SingleInstance next = desktop()) {
            assertEquals(Start.FIRST, next.start(NO_LINK, LONG));
            next.listen(taken::add);
            assertTrue(desktop().passOn(LINK));
            assertEquals(LINK, received());
        }
    }

    @Test
    void closedInstanceReleasesTheLock() throws InterruptedException {
        try (SingleInstance first = desktop()) {
            first.start(NO_LINK, LONG);
            first.listen(taken::add);
        }
        try (SingleInstance next = desktop()) {
            assertEquals(Start.FIRST, next.start(LINK, LONG));
        }
    }

    @Test
    void rejectedLinkIsNotPassedOn() throws InterruptedException {
        try (SingleInstance rehearsal = new SingleInstance(home, "rehearsal")) {
            rehearsal.start(NO_LINK, LONG);
            rehearsal.listen(link -> false);
            assertFalse(new SingleInstance(home, "rehearsal").passOn(LINK));
        }
    }
}
