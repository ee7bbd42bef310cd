package org.keyhopper.transport.hid.internal;

import java.time.Duration;
import java.util.Optional;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.transport.hid.internal.ctaphid.HidReports;

/** The reports of the key of one insertion, read in short calls on the shared thread. Used by one worker thread. */
final class OpenKey implements HidReports {

    private final Insertion insertion;
    private final HidThread thread;
    private final HidHandle handle;
    private boolean closed;

    /** Takes ownership of the handle. */
    OpenKey(Insertion insertion, HidThread thread, HidHandle handle) {
        this.insertion = insertion;
        this.thread = thread;
        this.handle = handle;
    }

    @Override
    public int outputLength() {
        return handle.lengths().output();
    }

    @Override
    public void write(byte[] report) throws ChannelException {
        insertion.requireGoingOn();
        call(() -> {
            handle.write(report);
            return null;
        });
    }

    @Override
    public Optional<byte[]> read(Duration patience) throws ChannelException {
        Deadline end = Deadline.in(patience);
        while (true) {
            insertion.requireGoingOn();
            int left = (int) Math.min(Integer.MAX_VALUE, end.remaining().toMillis());
            Optional<byte[]> report = call(() -> handle.read(Math.min(left, thread.patienceMillis())));
            if (report.isPresent() || end.hasPassed()) {
                return report;
            }
        }
    }

    void requireUsable() throws ChannelException {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        insertion.requireGoingOn();
    }

    /** Closes the handle, or defers it until a hanging call returns. */
    void close() {
        if (!closed) {
            closed = true;
            thread.release(insertion.key().path(), handle::close);
        }
    }

    private <T> T call(HidThread.HidCall<T> call) throws ChannelException {
        return thread.call(insertion.key().path(), call);
    }
}
