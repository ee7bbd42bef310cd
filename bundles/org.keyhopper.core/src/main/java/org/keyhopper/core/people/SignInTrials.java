package org.keyhopper.core.people;

import org.keyhopper.core.inventory.InventoryEntry;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Records what operators said about sign-ins that were tried with a passkey, at the recipient for whom it was made. It is
 * the operator's answer and no proof.
 */
@ProviderType
public interface SignInTrials {

    /**
     * Records an answer in place of an earlier one; the history keeps both. Blocking on the disk for milliseconds.
     *
     * @param entry the passkey
     * @return false, with nothing recorded, if the request was removed, a run works on the recipient, or the passkey is no
     *     longer that of the recipient's outcome
     */
    boolean record(InventoryEntry entry, SignInResult result);
}
