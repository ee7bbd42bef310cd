package org.keyhopper.transport.pcsc.internal;

/** Counts what goes through the connection to a card, and how long each answer takes. */
final class CountedCard implements CardHandle {

    private final CardHandle card;
    private final Meter meter;

    CountedCard(CardHandle card, Meter meter) {
        this.card = card;
        this.meter = meter;
    }

    @Override
    public byte[] transmit(byte[] command) throws PcscException {
        long start = System.nanoTime();
        try {
            return card.transmit(command);
        } finally {
            meter.addExchange(System.nanoTime() - start);
        }
    }

    @Override
    public String atr() {
        return card.atr();
    }

    @Override
    public boolean overT0() {
        return card.overT0();
    }

    @Override
    public void begin() throws PcscException {
        long start = System.nanoTime();
        try {
            card.begin();
        } finally {
            meter.addTransaction(System.nanoTime() - start);
        }
    }

    @Override
    public void end() throws PcscException {
        long start = System.nanoTime();
        try {
            card.end();
        } finally {
            meter.addTransaction(System.nanoTime() - start);
        }
    }

    @Override
    public void reconnect(Initialization initialization) throws PcscException {
        card.reconnect(initialization);
    }

    @Override
    public boolean cardLeaves() throws PcscException {
        return card.cardLeaves();
    }

    @Override
    public void close() {
        card.close();
    }
}
