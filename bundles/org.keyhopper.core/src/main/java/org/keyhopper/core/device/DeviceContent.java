package org.keyhopper.core.device;

import java.util.List;

/**
 * What is on a device, as it tells with its PIN.
 *
 * @param credentials all discoverable credentials
 * @param free how many more fit, a lower bound
 */
public record DeviceContent(List<HeldCredential> credentials, int free) {

    public DeviceContent {
        credentials = List.copyOf(credentials);
    }

    /** Returns how many fit in all. */
    public int total() {
        return credentials.size() + free;
    }
}
