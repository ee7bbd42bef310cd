package org.keyhopper.transport.hid.internal;

import java.util.Optional;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.transport.hid.internal.ctaphid.ReportLengths;

/** An open key. Used on the same thread as {@link HidSystem}. */
interface HidHandle {

    ReportLengths lengths();

    /** Sends one report. Fails with GONE if it cannot be sent. */
    void write(byte[] report) throws ChannelException;

    /** Returns the next report if one arrives within the time. Fails with GONE if the key was removed. */
    Optional<byte[]> read(int millis) throws ChannelException;

    /** Closes the handle. Does not throw. */
    void close();
}
