package org.keyhopper.core.vault;

import java.util.Objects;
import java.util.Set;
import org.keyhopper.core.request.RequestId;

/**
 * What is to be released, and why.
 *
 * @param positions of the persons in the request; empty for all who have a sealed PIN
 * @param reason as the person who asks for the release gives it, not empty
 * @param account who asks for it
 */
public record PinReleaseOrder(RequestId request, Set<Integer> positions, String reason, String account) {
    public PinReleaseOrder {
        Objects.requireNonNull(request);
        Objects.requireNonNull(account);
        positions = Set.copyOf(positions);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a release needs a reason");
        }
    }
}
