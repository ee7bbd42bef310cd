package org.keyhopper.transport.pcsc.internal;

/** Adds up the exchanges of one step and the time inside them. Written by a card's thread, read by its worker. */
final class Meter {

    /** Something done with a device, of which the exchanges and the time are wanted. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws Exception;
    }

    private int exchanges;
    private long inside;
    private long transactions;

    synchronized void addExchange(long nanos) {
        exchanges++;
        inside += nanos;
    }

    synchronized void addTransaction(long nanos) {
        transactions += nanos;
    }

    /** Prints the step's name, its exchanges, and its nanoseconds: in all, inside transmit, for PC/SC transactions. */
    <T> T step(String name, Step<T> step) throws Exception {
        synchronized (this) {
            exchanges = 0;
            inside = 0;
            transactions = 0;
        }
        long start = System.nanoTime();
        T result = step.run();
        long total = System.nanoTime() - start;
        synchronized (this) {
            System.out.println(name + "\t" + exchanges + "\t" + total + "\t" + inside + "\t" + transactions);
        }
        return result;
    }
}
