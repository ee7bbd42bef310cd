package org.keyhopper.central.reconcile;

import java.time.Instant;
import java.util.Arrays;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.central.enrolment.DeviceReport;
import org.keyhopper.core.request.RecipientId;

/**
 * What a station needs to have a device prove a passkey that is registered already.
 *
 * @param claim the fencing number of the new claim
 * @param expires of the claim, unless it is renewed
 * @param credential of which the device signs
 * @param rpId the relying party
 * @param device as it was reported, so that the operator finds it
 * @param proofClientData of which the device signs the hash
 */
public record ProofOrder(
        long claim,
        Instant expires,
        RecipientId id,
        Recipient recipient,
        CredentialId credential,
        String rpId,
        DeviceReport device,
        byte[] proofClientData) {

    public ProofOrder {
        proofClientData = proofClientData.clone();
    }

    @Override
    public byte[] proofClientData() {
        return proofClientData.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProofOrder order
                && claim == order.claim
                && id.equals(order.id)
                && Arrays.equals(proofClientData, order.proofClientData);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(claim);
    }
}
