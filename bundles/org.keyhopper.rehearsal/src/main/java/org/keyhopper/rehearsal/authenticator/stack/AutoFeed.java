package org.keyhopper.rehearsal.authenticator.stack;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Replaces the card in a slot once it has made a credential and was idle for some time. */
final class AutoFeed implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(AutoFeed.class.getName());
    private static final long LOOK_MILLIS = 100;

    private final CardStack stack;
    private final int slot;
    private final Duration quiet;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("card feed").unstarted(work));
    private int commandsSeen;
    private long quietSince = System.nanoTime();

    AutoFeed(CardStack stack, int slot, Duration quiet) {
        this.stack = stack;
        this.slot = slot;
        this.quiet = quiet;
        timer.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void look() {
        try {
            feedIfDone();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "feeding stopped", e);
            close();
        }
    }

    private void feedIfDone() throws IOException {
        int commands = stack.slots()
                .get(slot)
                .card()
                .map(card -> card.log().entries().size())
                .orElse(0);
        if (commands != commandsSeen) {
            commandsSeen = commands;
            quietSince = System.nanoTime();
            return;
        }
        boolean rested = System.nanoTime() - quietSince > quiet.toNanos();
        if (rested && stack.hasEnrolled(slot)) {
            stack.remove(slot);
            timer.schedule(this::insertNext, quiet.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void insertNext() {
        try {
            stack.insertNext(slot);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the next card could not be inserted", e);
        }
    }
}
