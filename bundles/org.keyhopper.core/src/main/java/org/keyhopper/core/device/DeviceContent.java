package org.keyhopper.core.device;

import java.util.List;

/**
 * What a device holds, as it reports with its PIN (authenticatorCredentialManagement, CTAP 2.2 section 6.8).
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
