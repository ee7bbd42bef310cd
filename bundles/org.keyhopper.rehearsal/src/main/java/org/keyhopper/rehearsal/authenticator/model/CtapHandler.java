package org.keyhopper.rehearsal.authenticator.model;

/** Processes CTAP2 messages. Not thread-safe; one command at a time. */
public interface CtapHandler {
    /**
     * Executes one command.
     *
     * @param message command byte followed by CBOR parameters
     * @param interaction user and client
     * @return status byte followed by CBOR, if any
     */
    byte[] handle(byte[] message, Interaction interaction);

    /** Powers up: discards tokens and volatile counters, and starts the reset window. */
    void powerUp();
}
