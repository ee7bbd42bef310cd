package org.keyhopper.transport.hid.internal.ctaphid;

import java.time.Duration;
import java.util.Optional;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;

/** Sends and receives whole messages on one channel at a time. */
final class CtapHidConnection {

    static final int BROADCAST = 0xFFFFFFFF;

    /** More than an operating system buffers; limits the draining while another program's transaction continues. */
    private static final int MAX_STALE_REPORTS = 256;

    private final HidReports reports;
    private int channel = BROADCAST;
    private MessageAssembly assembly = new MessageAssembly(BROADCAST);

    CtapHidConnection(HidReports reports) {
        this.reports = reports;
    }

    int channel() {
        return channel;
    }

    /** Switches to another channel and discards a partially received message. */
    void switchTo(int other) {
        channel = other;
        assembly = new MessageAssembly(other);
    }

    int longestMessage() {
        return Packets.longestMessage(reports.outputLength());
    }

    /**
     * Discards reports addressed to other programs. Linux buffers 64 reports per reader and drops any further ones,
     * including our response.
     */
    void drain() throws ChannelException {
        int discarded = 0;
        while (discarded < MAX_STALE_REPORTS && reports.read(Duration.ZERO).isPresent()) {
            discarded++;
        }
    }

    void send(int command, byte[] data) throws ChannelException {
        for (byte[] packet : Packets.of(channel, new HidMessage(command, data), reports.outputLength())) {
            reports.write(packet);
        }
    }

    /** Returns the next whole message of the channel, if one is completed within the time. */
    Optional<HidMessage> receive(Duration timeout) throws ChannelException {
        Deadline end = Deadline.in(timeout);
        do {
            Optional<byte[]> report = reports.read(end.remaining());
            Optional<HidMessage> message = report.isPresent() ? assembly.add(report.get()) : Optional.empty();
            if (message.isPresent()) {
                return message;
            }
        } while (!end.hasPassed());
        return Optional.empty();
    }
}
