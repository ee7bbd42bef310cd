package org.keyhopper.api.transport;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Carries CTAP2 messages to one device. Every method is called on the device's worker thread, blocks until its deadline
 * at the latest, and throws {@link ChannelException} if the device was removed; after that only {@link #close()} may be
 * called. Other threads cancel through {@link ExchangeControl#cancel()}.
 */
@ConsumerType
public interface FidoChannel extends AutoCloseable {

    /**
     * Sends one CTAP2 message and returns the response. Not idempotent: the channel never repeats a message that may
     * have reached the device.
     *
     * @param message command byte followed by its CBOR parameters
     * @return status byte followed by CBOR, as sent by the device; an error status is returned, not thrown
     */
    byte[] exchange(byte[] message, ExchangeControl control) throws ChannelException;

    /**
     * Excludes other programs from the device until the returned hold is closed; an exchange outside of a hold acquires
     * its own. PIN tokens are valid only within a hold. Must not span network calls or questions to the operator:
     * Windows resets an idle card after 5 s.
     */
    Hold beginExclusive(Deadline deadline) throws ChannelException;

    /**
     * Power-cycles the device if the link supports it ({@code reconnect(UNPOWER)} on a reader).
     *
     * @return whether it was done; false if the operator must remove and reinsert the device
     */
    boolean powerCycle(Deadline deadline) throws ChannelException;

    /** Makes the device blink (CTAPHID_WINK). Returns false if not supported. */
    boolean wink() throws ChannelException;

    /** Closes the channel. Idempotent, does not throw. */
    @Override
    void close();

    /** Exclusive access to a device. */
    @FunctionalInterface
    interface Hold extends AutoCloseable {
        /** Ends the exclusive access. Idempotent, does not throw. */
        @Override
        void close();
    }
}
