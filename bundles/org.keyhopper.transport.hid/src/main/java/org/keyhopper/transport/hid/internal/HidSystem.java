package org.keyhopper.transport.hid.internal;

import java.util.List;
import org.keyhopper.api.transport.ChannelException;

/**
 * The HID functions of the operating system. All methods except the first are called on one thread, for all devices.
 */
interface HidSystem {

    /** Loads the native library, on any thread, before any other call. May take many seconds the first time. */
    void load();

    /** Returns the connected FIDO keys. */
    List<EnumeratedKey> keys();

    /** Opens a key. Fails with GONE, ACCESS_DENIED or BUSY if the system reports it, otherwise READER_ERROR. */
    HidHandle open(String path) throws ChannelException;
}
