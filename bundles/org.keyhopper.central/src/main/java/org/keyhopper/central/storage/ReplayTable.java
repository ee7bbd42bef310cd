package org.keyhopper.central.storage;

import java.time.Instant;

/** Values that are accepted once, such as the {@code jti} of a DPoP proof (RFC 9449 section 11.1). */
public interface ReplayTable {

    /**
     * Remembers a value until it expires anyway; forgets those that have expired.
     *
     * @return false if it was used before
     */
    boolean use(String kind, String value, Instant expires);
}
