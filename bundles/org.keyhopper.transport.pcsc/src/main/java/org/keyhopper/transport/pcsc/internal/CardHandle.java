package org.keyhopper.transport.pcsc.internal;

/** A shared connection to the card in one reader, with the PC/SC functions that a channel needs. Not thread-safe. */
interface CardHandle {

    /** How the card is initialised on reconnecting (SCardReconnect). */
    enum Initialization {
        LEAVE,
        UNPOWER
    }

    /** Returns the ATR in upper-case hex. */
    String atr();

    /** Returns whether the protocol is T=0, which has no extended APDUs. */
    boolean overT0();

    /** Begins a transaction; blocks until no other program holds one. */
    void begin() throws PcscException;

    void end() throws PcscException;

    /** Sends one APDU unchanged and returns the response unchanged, including 61xx and 6Cxx. */
    byte[] transmit(byte[] command) throws PcscException;

    /** Reconnects after a reset, or with a power cycle of the card. */
    void reconnect(Initialization initialization) throws PcscException;

    /** Waits briefly and returns whether the card was removed from the reader. */
    boolean cardLeaves() throws PcscException;

    /** Disconnects and leaves the card as it is. Does not throw. */
    void close();
}
