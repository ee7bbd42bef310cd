package org.keyhopper.core.printer;

import java.time.Instant;
import java.util.Objects;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterIdentity;

/**
 * Which reader is behind an encoder of a printer: learned by watching where a card appeared, since names are only hints.
 *
 * @param printer the printer, see {@link #keyOf}
 * @param encoder which of its encoders
 * @param reader the reader's slot name
 * @param learned when
 */
public record ReaderBinding(String printer, Encoder encoder, String reader, Instant learned) {
    public ReaderBinding {
        Objects.requireNonNull(printer);
        Objects.requireNonNull(encoder);
        Objects.requireNonNull(reader);
        Objects.requireNonNull(learned);
    }

    /** Returns what a printer is known by: vendor and serial number, or its address where it has none. */
    public static String keyOf(PrinterIdentity identity, PrinterAddress address) {
        return identity.serial().isBlank()
                ? PrinterAddress.of(address.scheme(), address.location()).toString()
                : identity.vendor() + " " + identity.serial();
    }
}
