package org.keyhopper.transport.pcsc.internal;

/** A shared connection to the card in one reader: the few calls of PC/SC that a channel needs. One thread. */
interface CardHandle {

    /** How a card is treated when the connection is made anew. */
    enum Initialization {
        LEAVE,
        UNPOWER
    }

    /** Returns the ATR in upper-case hex. */
    String atr();

    /** Whether it talks T=0, where extended APDUs do not exist. */
    boolean overT0();

    /** Blocks until no other program has the card for itself. */
    void begin() throws PcscException;

    void end() throws PcscException;

    /** Sends one APDU as it is and returns the answer as it is, 61xx and 6Cxx included. */
    byte[] transmit(byte[] command) throws PcscException;

    /** Makes the connection anew after a reset, or with a power cycle of the card. */
    void reconnect(Initialization initialization) throws PcscException;

    /** Waits a moment and tells whether the card is still in the reader. */
    boolean cardLeaves() throws PcscException;

    /** Lets go of the card and leaves it as it is. Does not throw. */
    void close();
}
