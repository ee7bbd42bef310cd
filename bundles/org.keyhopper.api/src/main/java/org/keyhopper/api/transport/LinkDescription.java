package org.keyhopper.api.transport;

import java.util.Objects;
import java.util.Optional;
import org.keyhopper.api.device.DeviceKind;

/**
 * What is known of a device before talking to it.
 *
 * @param id this stay at this place
 * @param kind what the person holds
 * @param product the maker's product words, or the reader's name for a card
 * @param serial the device's serial number as the link tells it, if it does
 * @param fingerprint a weaker mark of sameness: ATR in hex for cards, vendor and product id for USB; may be empty
 */
public record LinkDescription(LinkId id, DeviceKind kind, String product, Optional<String> serial, String fingerprint) {
    public LinkDescription {
        Objects.requireNonNull(id);
        Objects.requireNonNull(kind);
    }
}
