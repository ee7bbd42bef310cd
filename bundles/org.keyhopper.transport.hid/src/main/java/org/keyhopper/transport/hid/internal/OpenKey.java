package org.keyhopper.transport.hid.internal;

import java.time.Duration;
import java.util.Optional;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.transport.hid.internal.ctaphid.HidReports;

/** The reports of the key of one stay, fetched in slices on the thread of all keys. Used by one worker. */
final class OpenKey implements HidReports {

    private final Insertion stay;
    private final HidThread thread;
    private final HidHandle handle;
    private boolean closed;

    /** Takes over the handle. */
    OpenKey(Insertion stay, HidThread thread, HidHandle handle) {
        this.stay = stay;
        this.thread = thread;
        this.handle = handle;
    }

    @Override
    public int outputLength() {
        return handle.lengths().output();
    }

    @Override
    public void write(byte[] report) throws ChannelException {
        stay.requireGoingOn();
        call(() -> {
            handle.write(report);
            return null;
        });
    }

    @Override
    public Optional<byte[]> read(Duration patience) throws ChannelException {
        Deadline end = Deadline.in(patience);
        while (true) {
            stay.requireGoingOn();
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
        stay.requireGoingOn();
    }

    /** Lets go of the key, or leaves that to the end of a call that hangs. */
    void close() {
        if (!closed) {
            closed = true;
            thread.release(stay.sighting().path(), handle::close);
        }
    }

    private <T> T call(HidThread.HidCall<T> call) throws ChannelException {
        return thread.call(stay.sighting().path(), call);
    }
}
