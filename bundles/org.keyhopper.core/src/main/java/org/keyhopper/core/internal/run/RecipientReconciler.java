package org.keyhopper.core.internal.run;

import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.Requests;

/** Reconciles one recipient within a run, which has the lease of the request and an open directory. */
@FunctionalInterface
public interface RecipientReconciler {

    /**
     * Settles the recipient, under the lease of the request, by what journal, directory and the connected devices say; blocking, network.
     *
     * @return the recipient as it stands now, perhaps still unclear; failed when nothing was settled, with DIFFERENT_DEVICE
     *     when only the device of the ceremony can tell and it is not connected
     */
    Answer<RecipientState> reconcile(
            Requests.Lease lease, ProvisioningRequest request, RecipientState recipient, Directory directory);
}
