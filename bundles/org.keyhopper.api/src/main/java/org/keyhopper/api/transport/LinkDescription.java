package org.keyhopper.api.transport;

import java.util.Objects;
import java.util.Optional;
import org.keyhopper.api.device.DeviceKind;

/**
 * What is known of a device before it is opened.
 *
 * @param id this insertion
 * @param kind the form factor
 * @param product the product string of the device, or the reader's name for a card
 * @param serial the serial number reported by the link, if any
 * @param fingerprint a weaker identity: ATR in hex for cards, vendor and product id for USB; may be empty
 */
public record LinkDescription(LinkId id, DeviceKind kind, String product, Optional<String> serial, String fingerprint) {
    public LinkDescription {
        Objects.requireNonNull(id);
        Objects.requireNonNull(kind);
    }
}
