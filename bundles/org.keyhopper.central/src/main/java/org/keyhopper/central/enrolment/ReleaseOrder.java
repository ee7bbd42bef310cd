package org.keyhopper.central.enrolment;

import java.util.Objects;

/**
 * How a station gives a claim back.
 *
 * @param reason the code of a problem, such as {@code device.removed}, or {@code run.skipped}; empty if nothing was tried
 * @param skip whether the operator skipped the recipient; only before anything was begun
 * @param deviceClean whether nothing of this enrolment is left on the device, as far as the station knows
 */
public record ReleaseOrder(String reason, boolean skip, boolean deviceClean) {
    public ReleaseOrder {
        Objects.requireNonNull(reason);
    }
}
