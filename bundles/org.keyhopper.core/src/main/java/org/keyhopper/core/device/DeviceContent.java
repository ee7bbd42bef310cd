package org.keyhopper.core.device;

import java.util.List;

/**
 * The credentials on a device, as reported with its PIN (authenticatorCredentialManagement, CTAP 2.2 section 6.8).
 *
 * @param credentials all discoverable credentials
 * @param free the number of free slots, a lower bound
 */
public record DeviceContent(List<HeldCredential> credentials, int free) {

    public DeviceContent {
        credentials = List.copyOf(credentials);
    }

    /** Returns the number of slots. */
    public int total() {
        return credentials.size() + free;
    }
}
