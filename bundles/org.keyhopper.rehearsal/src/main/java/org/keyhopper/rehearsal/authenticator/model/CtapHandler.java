package org.keyhopper.rehearsal.authenticator.model;

/** Something that answers CTAP2 messages. Not thread safe; one command at a time. */
public interface CtapHandler {
    /**
     * Runs one command to its end.
     *
     * @param message command byte followed by CBOR parameters
     * @param interaction person and client
     * @return status byte followed by CBOR, if any
     */
    byte[] handle(byte[] message, Interaction interaction);

    /** Power was applied anew: tokens, counters of this session and the reset window start over. */
    void powerUp();
}
