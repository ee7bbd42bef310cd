package org.keyhopper.api.printer;

import java.util.Objects;

/**
 * A printer that was found.
 *
 * @param address how to open it
 * @param name what its owner or vendor calls it
 */
public record DiscoveredPrinter(PrinterAddress address, String name) {

    public DiscoveredPrinter {
        Objects.requireNonNull(address);
        Objects.requireNonNull(name);
    }
}
