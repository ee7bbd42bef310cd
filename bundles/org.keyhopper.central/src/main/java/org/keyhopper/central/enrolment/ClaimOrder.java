package org.keyhopper.central.enrolment;

import java.util.Objects;
import java.util.Optional;

/**
 * How a station claims.
 *
 * @param idempotencyKey of the call: the same key of the same station returns the same claim
 * @param printer the name that the station gave the printer for whose next card it claims; empty at the desk
 * @param device for which the directory's obstacles are wanted
 */
public record ClaimOrder(String idempotencyKey, Optional<String> printer, Optional<DeviceReport> device) {
    public ClaimOrder {
        Objects.requireNonNull(idempotencyKey);
        Objects.requireNonNull(printer);
        Objects.requireNonNull(device);
    }
}
