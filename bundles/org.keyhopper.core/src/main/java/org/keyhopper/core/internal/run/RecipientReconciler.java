package org.keyhopper.core.internal.run;

import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;

/** Reconciles one recipient within a run, which has claimed it and opened the directory. */
@FunctionalInterface
public interface RecipientReconciler {

    /**
     * Settles the recipient from journal, directory and the connected devices; blocking, network.
     *
     * @return the recipient as it stands now, perhaps still unclear; failed when nothing was settled, with DIFFERENT_DEVICE
     *     when only the device of the ceremony can tell and it is not connected
     */
    Answer<RecipientState> reconcile(
            Claim claim, ProvisioningRequest request, RecipientState recipient, Directory directory);
}
