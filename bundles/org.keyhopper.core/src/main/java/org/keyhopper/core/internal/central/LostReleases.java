package org.keyhopper.core.internal.central;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.central.CentralEnrolments;
import org.keyhopper.core.central.ReleaseOrder;

/**
 * Claims whose release did not reach Central. They would count as held until they expire, so they are released before the next
 * recipient is claimed. Any thread.
 */
final class LostReleases {

    private final Map<Long, ReleaseOrder> orders = new ConcurrentHashMap<>();

    /** Releases a claim, now or later. */
    Answer<Outcome> release(CentralEnrolments central, long claim, ReleaseOrder order) {
        Answer<Outcome> answer = central.release(claim, order);
        if (answer.failure().filter(CentralCodes::isLoss).isPresent()) {
            orders.put(claim, order);
        } else {
            orders.remove(claim);
        }
        return answer;
    }

    /** Repeats what was lost; a release may be repeated. */
    void repeat(CentralEnrolments central) {
        orders.forEach((claim, order) -> release(central, claim, order));
    }
}
