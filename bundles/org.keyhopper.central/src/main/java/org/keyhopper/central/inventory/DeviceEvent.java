package org.keyhopper.central.inventory;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that happened to a device.
 *
 * @param actor who did it, as the audit trail names it; empty if that is not known
 */
public record DeviceEvent(Kind kind, Instant at, String actor) {

    /** What happened. */
    public enum Kind {
        ISSUED,
        LOST,
        RETURNED,
        REVOKED,
        RESET,
        DELETED
    }

    public DeviceEvent {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(at);
        Objects.requireNonNull(actor);
    }
}
