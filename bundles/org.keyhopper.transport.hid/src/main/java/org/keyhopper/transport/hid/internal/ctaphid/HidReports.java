package org.keyhopper.transport.hid.internal.ctaphid;

import java.time.Duration;
import java.util.Optional;
import org.keyhopper.api.transport.ChannelException;

/** The reports of one open device, without report ids. One thread. */
public interface HidReports {

    /** Returns the length of every report to the device, from its descriptor. */
    int outputLength();

    /** Sends one report of exactly that length. */
    void write(byte[] report) throws ChannelException;

    /**
     * Returns the next report, also one that is meant for another program: every open handle hears them all.
     *
     * @param patience how long to wait for it; zero takes only what is there
     */
    Optional<byte[]> read(Duration patience) throws ChannelException;
}
