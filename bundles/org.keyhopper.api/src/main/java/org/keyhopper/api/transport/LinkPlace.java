package org.keyhopper.api.transport;

import java.util.Objects;

/**
 * A reader or USB path of a transport, independent of the device that is there.
 *
 * @param transport the provider's id, such as {@code hid}
 * @param slot reader name or USB path
 */
public record LinkPlace(String transport, String slot) {

    public LinkPlace {
        Objects.requireNonNull(transport);
        Objects.requireNonNull(slot);
    }

    /** Returns the place of an insertion. */
    public static LinkPlace of(LinkId link) {
        return new LinkPlace(link.transport(), link.slot());
    }
}
