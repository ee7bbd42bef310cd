package org.keyhopper.rehearsal.printer;

import java.util.Set;
import org.keyhopper.api.printer.Encoder;

/**
 * The options of a protocol server.
 *
 * @param port the port, or 0 for any
 * @param encoder the encoder, for printers with only one
 * @param quirks the enabled quirks of real printers, by name
 */
public record ProtocolOptions(int port, Encoder encoder, Set<String> quirks) {

    public ProtocolOptions {
        quirks = Set.copyOf(quirks);
    }

    /** Returns any port, the contactless encoder and no quirks. */
    public static ProtocolOptions plain() {
        return new ProtocolOptions(0, Encoder.CONTACTLESS, Set.of());
    }
}
