package org.keyhopper.core.central;

import java.util.Objects;

/**
 * How a claim is given back.
 *
 * @param reason the code of a problem; empty if nothing was tried
 * @param skip whether the operator skipped the recipient; only before anything was begun
 * @param deviceClean whether nothing of this enrolment is left on the device
 */
public record ReleaseOrder(String reason, boolean skip, boolean deviceClean) {

    /** Gives back a claim under which nothing was tried: the recipient stays PENDING. */
    public static final ReleaseOrder UNTRIED = new ReleaseOrder("", false, true);

    public ReleaseOrder {
        Objects.requireNonNull(reason);
    }
}
