package org.keyhopper.core.reconcile;

import java.time.Duration;
import java.util.function.Predicate;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;

/**
 * What to reconcile.
 *
 * @param request the request
 * @param people which of its unclear recipients
 * @param timeout how long to wait for each device that is needed and not connected; zero not to wait
 */
public record ReconcileOrder(RequestId request, Predicate<RecipientState> people, Duration timeout) {

    /** All unclear recipients of a request. */
    public static ReconcileOrder all(RequestId request, Duration timeout) {
        return new ReconcileOrder(request, recipient -> true, timeout);
    }
}
