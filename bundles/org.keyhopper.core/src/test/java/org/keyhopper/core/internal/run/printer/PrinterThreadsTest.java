package org.keyhopper.core.internal.run.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.automatic.AutomaticChoice;
import org.keyhopper.core.automatic.AutomaticListener;
import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.automatic.AutomaticSnapshot;
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.run.RunEvent;

/**
 * The threads of a run through printers: its listeners hold no lock, and its threads can be interrupted. Runs alone, since
 * it finds a thread by its name among those that are new.
 */
@Isolated
class PrinterThreadsTest {

    private final AutomaticBench bench = new AutomaticBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aListenerMayWaitForAThreadThatUsesTheRun() throws Exception {
        bench.start("anna").await(PrinterPhase.NEEDS_OPERATOR);
        CompletableFuture<Boolean> paused = new CompletableFuture<>();
        bench.run.addListener(new Listener(() -> paused.complete(endsSoon(() -> bench.choose(AutomaticChoice.PAUSE)))));
        assertTrue(paused.get(30, TimeUnit.SECONDS), "the listener was called under a lock");
        assertEquals(AutomaticPhase.PAUSED, bench.run.snapshot().phase());
    }

    private static boolean endsSoon(Runnable action) {
        Thread other = Thread.ofPlatform().daemon().start(action);
        try {
            return other.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void listenersAreCalledOneAtATimeAndTheEndComesLast() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicBoolean atOnce = new AtomicBoolean();
        bench.first.load(4);
        bench.second.load(4);
        bench.start(List.of(bench.first, bench.second), "anna", "bert", "cleo", "dora");
        bench.run.addListener(new Listener(() -> {
            atOnce.compareAndSet(false, inside.incrementAndGet() > 1);
            Thread.yield();
            inside.decrementAndGet();
        }));
        bench.ended();
        assertTrue(!atOnce.get(), "two threads were in a listener");
        assertEquals(1, bench.events(RunEvent.Ended.class).size());
    }

    @Test
    void aPrinterThatWaitsForItsCardCanBeInterrupted() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        bench.first.load(1);
        Devices.Subscription watching =
                bench.station.devices().subscribe(now -> now.links().forEach(card -> occupy(card, released)));
        try (watching) {
            Set<Thread> ofEarlierTests = Thread.getAllStackTraces().keySet();
            bench.start("anna").await(PrinterPhase.IDENTIFYING);
            waiting("printer 0", ofEarlierTests).interrupt();
            bench.await(PrinterPhase.OUT);
        } finally {
            released.countDown();
        }
        bench.ended();
    }

    private void occupy(LinkDescription card, CountDownLatch released) {
        bench.station.devices().submit(card.id(), device -> {
            try {
                return released.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void aRunThatWaitsForItsSignInCanBeInterrupted() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        bench.connector.waitFor(gate);
        try {
            Set<Thread> ofEarlierTests = Thread.getAllStackTraces().keySet();
            bench.start("anna");
            waiting("run " + bench.request, ofEarlierTests).interrupt();
            bench.run.ended().get(30, TimeUnit.SECONDS);
            assertEquals(AutomaticPhase.HALTED, bench.run.snapshot().phase());
        } finally {
            gate.countDown();
        }
        for (int i = 0; i < 300 && !bench.directory.closed; i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertTrue(bench.directory.closed, "the directory that opened late was left open");
    }

    private static Thread waiting(String name, Set<Thread> ofEarlierTests) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                boolean ours = thread.getName().equals(name) && !ofEarlierTests.contains(thread);
                if (ours && thread.getState() == Thread.State.WAITING) {
                    return thread;
                }
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("the thread \"" + name + "\" does not wait");
    }

    /** Does something at each call. */
    private record Listener(Runnable action) implements AutomaticListener {
        @Override
        public void changed(AutomaticSnapshot snapshot) {
            action.run();
        }

        @Override
        public void happened(RunEvent event) {
            action.run();
        }
    }
}
