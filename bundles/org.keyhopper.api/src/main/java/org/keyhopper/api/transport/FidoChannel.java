package org.keyhopper.api.transport;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Carries CTAP2 messages to one device. Every method is called on the device's worker thread, blocks until its deadline
 * at the latest, and ends with {@link ChannelException} when the device is gone; after that only {@link #close()} makes
 * sense. Cancelling from another thread goes through {@link ExchangeControl#cancel()}.
 */
@ConsumerType
public interface FidoChannel extends AutoCloseable {

    /**
     * Sends one CTAP2 message and returns the answer. Not idempotent: the channel itself never repeats a message that
     * may have reached the device.
     *
     * @param message command byte followed by its CBOR parameters
     * @return status byte followed by CBOR, as the device sent it; an error status is an answer, not an exception
     */
    byte[] exchange(byte[] message, ExchangeControl control) throws ChannelException;

    /**
     * Keeps other programs off the device until the returned hold is closed; exchanges outside a hold take their own.
     * PIN tokens live only inside a hold. Never hold over a network call or a question to a person: Windows resets an
     * idle card after 5 s.
     */
    Hold beginExclusive(Deadline deadline) throws ChannelException;

    /**
     * Takes the power off the device and gives it back, where the link can ({@code reconnect(UNPOWER)} on a reader).
     *
     * @return whether it was done; false means that a person must take the device out and put it back
     */
    boolean powerCycle(Deadline deadline) throws ChannelException;

    /** Makes the device show itself (CTAPHID_WINK). Returns false where it cannot. */
    boolean wink() throws ChannelException;

    /** Lets go of the device. Idempotent, does not throw. */
    @Override
    void close();

    /** The exclusive use of a device. */
    @FunctionalInterface
    interface Hold extends AutoCloseable {
        /** Ends the exclusive use. Idempotent, does not throw. */
        @Override
        void close();
    }
}
