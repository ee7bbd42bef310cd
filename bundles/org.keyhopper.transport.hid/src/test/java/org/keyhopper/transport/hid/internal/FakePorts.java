package org.keyhopper.transport.hid.internal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.transport.hid.internal.ctaphid.ReportLengths;

/**
 * USB ports in memory. Keys respond to INIT, and to every message with success and one byte; calls can be made to hang.
 */
final class FakePorts implements HidSystem {

    private final Map<String, EnumeratedKey> keys = new LinkedHashMap<>();
    private final List<String> closed = new ArrayList<>();
    private final List<Thread> callers = new ArrayList<>();
    private final Map<String, Problem> refusals = new LinkedHashMap<>();
    private final Map<String, Integer> refusalsLeft = new LinkedHashMap<>();
    private String hanging = "";
    private int insertions;
    private boolean loaded;

    synchronized void plug(String path) {
        insertions++;
        keys.put(path, new EnumeratedKey(path, "insertion " + insertions, 0x1209, 0x4B48, "Maker Key", "S" + path));
    }

    synchronized void unplug(String path) {
        keys.remove(path);
    }

    synchronized void refuse(String path, Problem why) {
        refusals.put(path, why);
        refusalsLeft.put(path, Integer.MAX_VALUE);
    }

    /** Refuses to open for the given number of further attempts. */
    synchronized void allowAfter(String path, int refusedOpenings) {
        refusalsLeft.put(path, refusedOpenings);
    }

    /** Waits until the given number of handles was closed. */
    synchronized void awaitClosed(int count) throws InterruptedException {
        while (closed.size() < count) {
            wait();
        }
    }

    /** Makes calls of this name hang until {@link #releaseHung}. Names are keys, open PATH and write PATH. */
    synchronized void hangIn(String call) {
        hanging = call;
    }

    synchronized void releaseHung() {
        hanging = "";
        notifyAll();
    }

    synchronized List<String> closed() {
        return List.copyOf(closed);
    }

    /** Returns the calling threads, without duplicates. */
    synchronized List<Thread> callers() {
        return callers.stream().distinct().toList();
    }

    @Override
    public synchronized void load() {
        loaded = true;
    }

    @Override
    public List<EnumeratedKey> keys() {
        enter("keys");
        synchronized (this) {
            if (!loaded) {
                throw new IllegalStateException("keys() called before load()");
            }
            return List.copyOf(keys.values());
        }
    }

    @Override
    public HidHandle open(String path) throws ChannelException {
        enter("open " + path);
        requirePlugged(path);
        return new Handle(path, insertion(path));
    }

    private synchronized String insertion(String path) {
        return keys.containsKey(path) ? keys.get(path).insertion() : "";
    }

    private synchronized void requirePlugged(String path) throws ChannelException {
        if (refusals.containsKey(path) && refusalsLeft.merge(path, -1, Integer::sum) != -1) {
            throw new ChannelException(refusals.get(path));
        }
        if (!keys.containsKey(path)) {
            throw new ChannelException(Problem.of(DeviceProblem.GONE));
        }
    }

    private synchronized void enter(String call) {
        callers.add(Thread.currentThread());
        while (hanging.equals(call)) {
            try {
                wait();
            } catch (InterruptedException unexpected) {
                throw new AssertionError(unexpected);
            }
        }
    }

    private final class Handle implements HidHandle {

        private final BlockingQueue<byte[]> reports = new LinkedBlockingQueue<>();
        private final String path;
        private final String insertion;

        Handle(String path, String insertion) {
            this.path = path;
            this.insertion = insertion;
        }

        @Override
        public ReportLengths lengths() {
            return ReportLengths.USUAL;
        }

        @Override
        public void write(byte[] report) throws ChannelException {
            enter("write " + path);
            requireSame();
            ByteBuffer answer = ByteBuffer.allocate(64).put(report, 0, 5);
            if (report[4] == (byte) 0x86) {
                answer.putShort((short) 17).put(report, 7, 8).putInt(1).put(new byte[] {2, 1, 0, 0, 5});
            } else if (report[4] == (byte) 0x90) {
                answer.putShort((short) 2).put(new byte[] {0, (byte) 0xA0});
            } else {
                return;
            }
            reports.add(answer.array());
        }

        @Override
        public Optional<byte[]> read(int millis) throws ChannelException {
            enter("read " + path);
            requireSame();
            try {
                return Optional.ofNullable(reports.poll(millis, TimeUnit.MILLISECONDS));
            } catch (InterruptedException unexpected) {
                throw new AssertionError(unexpected);
            }
        }

        private void requireSame() throws ChannelException {
            if (!insertion(path).equals(insertion)) {
                throw new ChannelException(Problem.of(DeviceProblem.GONE));
            }
        }

        @Override
        public void close() {
            enter("close " + path);
            synchronized (FakePorts.this) {
                closed.add(path);
                FakePorts.this.notifyAll();
            }
        }
    }
}
