package org.keyhopper.transport.hid.internal;

import java.util.List;
import org.keyhopper.api.transport.ChannelException;

/** The HID calls of the operating system that this transport needs. All but the first on one thread, for all devices. */
interface HidSystem {

    /** Loads what is native, on any thread and before anything else. May take many seconds the first time. */
    void load();

    /** Returns the FIDO keys that are plugged in. */
    List<EnumeratedKey> keys();

    /** Opens a key. GONE, ACCESS_DENIED or BUSY where the system says so, READER_ERROR otherwise. */
    HidHandle open(String path) throws ChannelException;
}
