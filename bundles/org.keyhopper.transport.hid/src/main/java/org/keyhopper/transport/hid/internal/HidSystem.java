package org.keyhopper.transport.hid.internal;

import java.util.List;
import org.keyhopper.api.transport.ChannelException;

/** The HID calls of the operating system that this transport needs. All of them on one thread, for all devices. */
interface HidSystem {

    /** Returns the FIDO keys that are plugged in. */
    List<KeySighting> keys();

    /** Opens a key. GONE, ACCESS_DENIED or BUSY where the system says so, READER_ERROR otherwise. */
    HidHandle open(String path) throws ChannelException;
}
