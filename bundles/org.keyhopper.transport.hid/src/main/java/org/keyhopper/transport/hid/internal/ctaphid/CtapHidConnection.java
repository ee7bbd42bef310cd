package org.keyhopper.transport.hid.internal.ctaphid;

import java.time.Duration;
import java.util.Optional;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;

/** Sends and receives whole messages of one channel at a time. */
final class CtapHidConnection {

    static final int BROADCAST = 0xFFFFFFFF;

    /** More than an operating system keeps for a slow reader; a busy neighbour must not keep us here for ever. */
    private static final int STALE_REPORTS = 256;

    private final HidReports reports;
    private int channel = BROADCAST;
    private MessageAssembly assembly = new MessageAssembly(BROADCAST);

    CtapHidConnection(HidReports reports) {
        this.reports = reports;
    }

    int channel() {
        return channel;
    }

    /** Turns to another channel; what was received in part is forgotten. */
    void turnTo(int other) {
        channel = other;
        assembly = new MessageAssembly(other);
    }

    int longestMessage() {
        return Packets.longestMessage(reports.outputLength());
    }

    /**
     * Throws away what other programs left. Linux keeps 64 reports for each reader and loses what comes after them: an
     * answer would find no room while we were not listening.
     */
    void drain() throws ChannelException {
        int seen = 0;
        while (seen < STALE_REPORTS && reports.read(Duration.ZERO).isPresent()) {
            seen++;
        }
    }

    void send(int command, byte[] data) throws ChannelException {
        for (byte[] packet : Packets.of(channel, new HidMessage(command, data), reports.outputLength())) {
            reports.write(packet);
        }
    }

    /** Returns the next whole message of the channel, if one ends within the time. */
    Optional<HidMessage> receive(Duration patience) throws ChannelException {
        Deadline end = Deadline.in(patience);
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
