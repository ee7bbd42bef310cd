package org.keyhopper.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneDesktopTest {

    @TempDir
    Path home;

    @Test
    void theFirstStartHasNobodyToHandOnTo() {
        assertFalse(new OneDesktop(home).handOn("keyhopper://provision/R7K3M"));
    }

    @Test
    void aLaterStartHandsItsAddressOn() throws IOException, InterruptedException {
        BlockingQueue<String> taken = new LinkedBlockingQueue<>();
        try (OneDesktop first = new OneDesktop(home)) {
            first.listen(taken::add);
            assertTrue(new OneDesktop(home).handOn("keyhopper://provision/R7K3M"));
            assertEquals("keyhopper://provision/R7K3M", taken.poll(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void aDesktopThatDiedWithoutAWordIsReplaced() throws IOException, InterruptedException {
        OneDesktop dead = new OneDesktop(home);
        dead.listen(address -> {});
        dead.close();
        Files.createFile(home.resolve("desktop.socket"));
        BlockingQueue<String> taken = new LinkedBlockingQueue<>();
        try (OneDesktop next = new OneDesktop(home)) {
            assertFalse(next.handOn(""));
            next.listen(taken::add);
            assertTrue(new OneDesktop(home).handOn("again"));
            assertEquals("again", taken.poll(30, TimeUnit.SECONDS));
        }
    }
}
