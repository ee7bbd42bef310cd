package org.keyhopper.rehearsal.printer;

import java.util.Set;
import org.keyhopper.api.printer.Encoder;

/**
 * How a printer language is opened.
 *
 * @param port the port to listen on, or 0 for any
 * @param encoder the encoder, where the printer has only one
 * @param quirks peculiarities of real printers that are switched on, by their names in the provider
 */
public record SkinOptions(int port, Encoder encoder, Set<String> quirks) {

    public SkinOptions {
        quirks = Set.copyOf(quirks);
    }

    /** Returns any port, the contactless encoder and no quirks. */
    public static SkinOptions plain() {
        return new SkinOptions(0, Encoder.CONTACTLESS, Set.of());
    }
}
