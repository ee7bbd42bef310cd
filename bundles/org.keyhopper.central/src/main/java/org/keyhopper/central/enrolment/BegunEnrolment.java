package org.keyhopper.central.enrolment;

import org.keyhopper.api.directory.EnrolmentOptions;

/**
 * What the device needs to make a credential, and to prove it afterwards.
 *
 * @param options of the directory
 * @param proofClientData the client data (WebAuthn level 3 section 5.8.1) of the assertion, of which the device signs
 *     the hash; Central keeps the challenge in it and compares nothing that comes back
 */
public record BegunEnrolment(EnrolmentOptions options, byte[] proofClientData) {

    public BegunEnrolment {
        proofClientData = proofClientData.clone();
    }

    @Override
    public byte[] proofClientData() {
        return proofClientData.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BegunEnrolment begun
                && options.equals(begun.options)
                && java.util.Arrays.equals(proofClientData, begun.proofClientData);
    }

    @Override
    public int hashCode() {
        return options.hashCode();
    }
}
