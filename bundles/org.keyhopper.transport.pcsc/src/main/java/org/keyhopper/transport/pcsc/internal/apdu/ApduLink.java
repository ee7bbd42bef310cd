package org.keyhopper.transport.pcsc.internal.apdu;

import java.util.function.UnaryOperator;
import org.keyhopper.api.transport.ChannelException;

/** Carries one command APDU to a card and brings its answer, in bytes (ISO 7816-4 section 5.1). */
@FunctionalInterface
public interface ApduLink {

    /**
     * Blocks until the card answered.
     *
     * @return response data followed by the two bytes of the status word
     */
    byte[] transmit(byte[] command) throws ChannelException;

    /** Returns this link seen through the decorator. */
    default ApduLink through(UnaryOperator<ApduLink> decorator) {
        return decorator.apply(this);
    }
}
