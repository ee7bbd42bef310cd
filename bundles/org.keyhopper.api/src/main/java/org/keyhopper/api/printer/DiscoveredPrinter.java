package org.keyhopper.api.printer;

import java.util.Objects;

/**
 * A printer found by discovery.
 *
 * @param address the address to open it with
 * @param name the name given by owner or vendor
 */
public record DiscoveredPrinter(PrinterAddress address, String name) {

    public DiscoveredPrinter {
        Objects.requireNonNull(address);
        Objects.requireNonNull(name);
    }
}
