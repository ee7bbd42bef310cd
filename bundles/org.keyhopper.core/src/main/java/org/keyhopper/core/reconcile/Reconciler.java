package org.keyhopper.core.reconcile;

import java.util.List;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;

/**
 * Settles those recipients of a request whose end nobody saw: asks the directory what is registered, and the devices
 * that are plugged in what they hold. A passkey that cannot be proved is removed from the directory again.
 */
@FunctionalInterface
public interface Reconciler {

    /**
     * Works through all unclear recipients, or until the operator gives up; blocking, network. Safe to repeat.
     *
     * @return the recipients it looked at, as they stand now; failed when the directory cannot be opened or the request
     *     is in use
     */
    Answer<List<RecipientState>> reconcile(RequestId request, DirectoryPrompts prompts);
}
