package org.keyhopper.transport.hid.internal;

import java.util.Optional;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.transport.hid.internal.ctaphid.ReportLengths;

/** An open key. Same thread as {@link HidSystem}. */
interface HidHandle {

    ReportLengths lengths();

    /** Sends one report. GONE when it cannot. */
    void write(byte[] report) throws ChannelException;

    /** Returns the next report if it comes within the time. GONE when the key left. */
    Optional<byte[]> read(int millis) throws ChannelException;

    /** Lets go of the key. Does not throw. */
    void close();
}
