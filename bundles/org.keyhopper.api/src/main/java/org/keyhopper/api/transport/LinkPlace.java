package org.keyhopper.api.transport;

import java.util.Objects;

/**
 * A place where a transport finds devices, whichever device is there.
 *
 * @param transport the provider's id, such as {@code hid}
 * @param slot reader name or USB path
 */
public record LinkPlace(String transport, String slot) {

    public LinkPlace {
        Objects.requireNonNull(transport);
        Objects.requireNonNull(slot);
    }

    /** Returns the place of a stay. */
    public static LinkPlace of(LinkId stay) {
        return new LinkPlace(stay.transport(), stay.slot());
    }
}
