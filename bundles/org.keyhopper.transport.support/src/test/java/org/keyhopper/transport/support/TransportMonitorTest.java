package org.keyhopper.transport.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.transport.TransportProvider.TransportListener;
import org.keyhopper.api.transport.TransportProvider.Watch;
import org.keyhopper.api.transport.TransportState;

class TransportMonitorTest {

    private static final TransportState NONE = TransportState.of(List.of(), List.of());
    private static final TransportState ONE = TransportState.of(List.of("Reader 1"), List.of());

    private final BlockingQueue<TransportState> reports = new LinkedBlockingQueue<>();

    /** Reports the states that it is given, on its thread. */
    private static final class QueueMonitor extends TransportMonitor {

        private final BlockingQueue<TransportState> states = new LinkedBlockingQueue<>();
        private volatile Thread thread;

        QueueMonitor(TransportListener listener) {
            super("monitor under test", listener);
        }

        @Override
        protected void run() {
            thread = Thread.currentThread();
            while (!isClosed()) {
                TransportState next = states.poll();
                if (next != null) {
                    report(next);
                }
                pause(Duration.ofMillis(1));
            }
        }
    }

    /** A transport whose monitors are returned by {@link #monitors}. */
    private static final class QueueTransport extends MonitoringTransport<QueueMonitor> {

        @Override
        public String id() {
            return "queue";
        }

        @Override
        protected QueueMonitor monitor(TransportListener listener) {
            return new QueueMonitor(listener);
        }
    }

    private TransportState next() throws InterruptedException {
        TransportState state = reports.poll(30, TimeUnit.SECONDS);
        assertNotNull(state, "no report");
        return state;
    }

    @Test
    void equalStatesAreReportedOnce() throws InterruptedException {
        QueueMonitor monitor = new QueueMonitor(reports::add);
        monitor.states.addAll(List.of(NONE, NONE, ONE, ONE, NONE));
        monitor.start();
        assertEquals(List.of(NONE, ONE, NONE), List.of(next(), next(), next()));
        monitor.close();
        assertEquals(0, reports.size());
    }

    @Test
    void aFailingListenerReceivesTheNextState() throws InterruptedException {
        QueueMonitor monitor = new QueueMonitor(state -> {
            reports.add(state);
            throw new IllegalStateException("listener");
        });
        monitor.states.addAll(List.of(NONE, ONE));
        monitor.start();
        assertEquals(List.of(NONE, ONE), List.of(next(), next()));
        assertEquals(ONE, monitor.last());
        monitor.close();
    }

    @Test
    void nothingIsReportedAfterClosing() {
        QueueMonitor monitor = new QueueMonitor(reports::add);
        monitor.close();
        monitor.report(ONE);
        assertNull(reports.poll());
        assertEquals(NONE, monitor.last());
    }

    @Test
    void anInterruptEndsTheThread() throws InterruptedException {
        QueueMonitor monitor = new QueueMonitor(reports::add);
        monitor.states.add(ONE);
        monitor.start();
        next();
        monitor.thread.interrupt();
        monitor.thread.join();
        assertTrue(monitor.isClosed());
    }

    @Test
    void eachWatchHasItsMonitor() throws InterruptedException {
        QueueTransport transport = new QueueTransport();
        Watch first = transport.watch(reports::add);
        Watch second = transport.watch(state -> {});
        assertEquals(2, transport.monitors().size());
        first.close();
        QueueMonitor left = transport.monitors().iterator().next();
        transport.closeWatches();
        assertTrue(left.isClosed());
        second.close();
        assertEquals(0, transport.monitors().size());
    }
}
