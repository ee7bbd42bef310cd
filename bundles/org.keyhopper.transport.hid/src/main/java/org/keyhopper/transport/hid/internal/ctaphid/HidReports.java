package org.keyhopper.transport.hid.internal.ctaphid;

import java.time.Duration;
import java.util.Optional;
import org.keyhopper.api.transport.ChannelException;

/** The reports of one open device, without report ids. Not thread-safe. */
public interface HidReports {

    /** Returns the length of output reports, from the report descriptor. */
    int outputLength();

    /** Sends one report of exactly that length. */
    void write(byte[] report) throws ChannelException;

    /**
     * Returns the next report, which may be addressed to another program: every open handle receives all reports.
     *
     * @param timeout the maximum time to wait; zero returns only a report that was already received
     */
    Optional<byte[]> read(Duration timeout) throws ChannelException;
}
