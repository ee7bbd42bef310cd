package org.keyhopper.core.central;

import java.util.Arrays;
import java.util.Objects;
import org.keyhopper.api.directory.EnrolmentOptions;

/**
 * What the device needs to make a credential, and to prove it afterwards.
 *
 * @param options of the directory
 * @param proofClientData client data (WebAuthn level 3 section 5.8.1) with Central's challenge, of which the device signs the
 *     hash
 * @param pinKept whether the PIN of the call is in escrow; false at a Central that does not know this yet
 */
public record BegunEnrolment(EnrolmentOptions options, byte[] proofClientData, boolean pinKept) {

    public BegunEnrolment {
        Objects.requireNonNull(options);
        proofClientData = proofClientData.clone();
    }

    @Override
    public byte[] proofClientData() {
        return proofClientData.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BegunEnrolment begun
                && pinKept == begun.pinKept
                && options.equals(begun.options)
                && Arrays.equals(proofClientData, begun.proofClientData);
    }

    @Override
    public int hashCode() {
        return options.hashCode();
    }
}
