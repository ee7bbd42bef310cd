package org.keyhopper.core.reconcile;

import java.util.List;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.core.request.RecipientState;

/**
 * Settles the unclear recipients of a request: asks the directory what is registered, and the connected devices what they
 * hold. A device that is needed and not connected is asked for. Unless the operator gives it up, its registration stays
 * and its recipient stays unclear.
 */
@FunctionalInterface
public interface Reconciler {

    /**
     * Works through the unclear recipients of the order until all are settled, the wait for a device has passed, or the
     * prompts are cancelled; blocking, network. Safe to repeat.
     *
     * @return the recipients it worked on, as they stand now; failed when the directory cannot be opened or the request
     *     is in use
     */
    Answer<List<RecipientState>> reconcile(ReconcileOrder order, DirectoryPrompts directory, ReconcilePrompts operator);
}
