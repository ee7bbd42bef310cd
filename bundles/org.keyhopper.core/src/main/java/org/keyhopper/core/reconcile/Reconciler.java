package org.keyhopper.core.reconcile;

import java.util.List;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.core.request.RecipientState;

/**
 * Resolves the unclear recipients of a request: asks the directory which passkeys are registered, and the connected
 * devices which credentials they hold. The operator is asked for a device that is needed and not connected. Unless the operator
 * gives it up, its registration stays and its recipient stays unclear.
 */
@FunctionalInterface
public interface Reconciler {

    /**
     * Works through the unclear recipients of the order until all are resolved, the wait for a device has passed, or
     * the prompts are cancelled or the thread interrupted. Blocks; network. Safe to repeat.
     *
     * @return the recipients it worked on, with their outcomes now; failed when the directory cannot be opened or the
     *     request is in use
     */
    Answer<List<RecipientState>> reconcile(ReconcileOrder order, DirectoryPrompts directory, ReconcilePrompts operator);
}
