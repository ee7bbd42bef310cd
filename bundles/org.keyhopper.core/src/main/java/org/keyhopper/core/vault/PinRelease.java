package org.keyhopper.core.vault;

import java.time.Instant;
import java.util.List;

/**
 * A recorded release of sealed PINs.
 *
 * @param positions of the persons in the request
 */
public record PinRelease(List<Integer> positions, String reason, String account, Instant released) {
    public PinRelease {
        positions = List.copyOf(positions);
    }
}
