package org.keyhopper.core.internal.ceremony;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.keyhopper.api.request.OperatorPrompts;
import org.keyhopper.core.internal.central.CentralClaim;
import org.keyhopper.core.internal.central.CentralPasskeys;
import org.keyhopper.core.internal.central.ProofChallenge;
import org.keyhopper.core.internal.metadata.ArchivedMetadata;
import org.keyhopper.core.internal.reset.Reinsertion;
import org.keyhopper.core.inventory.Inventory;
import org.keyhopper.core.journal.Journal;
import org.keyhopper.core.records.StationRecords;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.vault.PinVault;
import org.keyhopper.fido.CredentialVerifier;

/**
 * What a ceremony works with.
 *
 * @param claim the claim on the recipient, under which everything is written
 * @param retryPolicy how often and how long absence at the directory is doubted
 * @param refusedPins the PINs that devices refused in this run
 * @param reinsertion how an operator power-cycles a device; empty where there is no operator at the device
 */
public record CeremonyTools(
        StationRecords records,
        Claim claim,
        CredentialVerifier verifier,
        ArchivedMetadata metadata,
        OperatorPrompts operator,
        SecureRandom random,
        Clock clock,
        RetryPolicy retryPolicy,
        RefusedPins refusedPins,
        Optional<Reinsertion> reinsertion) {

    /** Returns the enrolment at Central, if the claim is one at Central. */
    Optional<CentralPasskeys> central() {
        return CentralClaim.passkeysOf(claim);
    }

    /** Returns what the device signs to prove the credential. */
    ProofChallenge challenge() {
        return central().<ProofChallenge>map(it -> it).orElseGet(() -> ProofChallenge.random(random));
    }

    Requests requests() {
        return records.requests();
    }

    Journal journal() {
        return records.journal();
    }

    PinVault pins() {
        return records.pins();
    }

    Inventory inventory() {
        return records.inventory();
    }
}
