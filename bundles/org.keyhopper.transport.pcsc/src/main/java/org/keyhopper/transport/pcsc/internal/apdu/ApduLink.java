package org.keyhopper.transport.pcsc.internal.apdu;

import java.util.function.UnaryOperator;
import org.keyhopper.api.transport.ChannelException;

/** Transmits command APDUs to a card and returns its responses, as bytes (ISO 7816-4 section 5.1). */
@FunctionalInterface
public interface ApduLink {

    /**
     * Blocks until the card responds.
     *
     * @return response data followed by the two bytes of the status word
     */
    byte[] transmit(byte[] command) throws ChannelException;

    /** Returns this link wrapped by the decorator. */
    default ApduLink through(UnaryOperator<ApduLink> decorator) {
        return decorator.apply(this);
    }
}
