package org.keyhopper.transport.pcsc.internal;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.IntPredicate;
import org.keyhopper.api.transport.Deadline;

/** A card whose calls end in time, and that can be connected to again. Used by one worker thread. */
final class TimedCard {

    /** Connects to whatever card is in the reader of that name. */
    @FunctionalInterface
    interface Connector {
        CardHandle connect(String reader) throws PcscException;
    }

    private static final Duration RETRY_PAUSE = Duration.ofMillis(100);
    private static final Duration TIME_TO_END = Duration.ofSeconds(1);
    private static final Duration TIME_TO_LEAVE = Duration.ofSeconds(3);

    private final String reader;
    private final Connector connector;
    private final CardThread thread;

    /** Set on the card's thread; null while there is no connection. */
    private volatile CardHandle handle;

    TimedCard(String reader, Connector connector) {
        this.reader = reader;
        this.connector = connector;
        this.thread = new CardThread("card in " + reader);
    }

    String reader() {
        return reader;
    }

    String atr() throws PcscException {
        return connected().atr();
    }

    boolean overT0() throws PcscException {
        return connected().overT0();
    }

    /** Connects, and tries again while another program has the card for itself. */
    void connect(Deadline deadline) throws PcscException {
        persist(
                deadline,
                code -> code == ScardCode.SHARING_VIOLATION,
                () -> whileOthersMayHoldIt(() -> thread.call(deadline, this::connectNow)));
    }

    /** Connects once more after the connection was lost, and waits for the card to come up. */
    void connectAgain(Deadline deadline) throws PcscException {
        persist(deadline, ScardCode::mayPass, () -> thread.call(deadline, this::connectNow));
    }

    private Void connectNow() throws PcscException {
        disconnect();
        handle = connector.connect(reader);
        return null;
    }

    /** Waits until no other program has the card for itself. */
    void begin(Deadline deadline) throws PcscException {
        persist(
                deadline,
                code -> code == ScardCode.SHARING_VIOLATION,
                () -> whileOthersMayHoldIt(
                        () -> call(deadline, () -> connected().begin())));
    }

    void end() throws PcscException {
        call(Deadline.in(TIME_TO_END), () -> connected().end());
    }

    byte[] transmit(byte[] command, Deadline deadline) throws PcscException {
        return thread.call(deadline, () -> connected().transmit(command));
    }

    void reconnect(CardHandle.Initialization initialization, Deadline deadline) throws PcscException {
        call(deadline, () -> connected().reconnect(initialization));
    }

    boolean cardLeaves() throws PcscException {
        return thread.call(Deadline.in(TIME_TO_LEAVE), () -> connected().cardLeaves());
    }

    /** Lets go of the card, now or when a call that hangs returns. */
    void close() {
        thread.finish(this::disconnect, TIME_TO_END);
    }

    private void disconnect() {
        CardHandle last = handle;
        handle = null;
        if (last != null) {
            last.close();
        }
    }

    private CardHandle connected() throws PcscException {
        CardHandle present = handle;
        if (present == null) {
            throw new PcscException(ScardCode.REMOVED_CARD, "not connected");
        }
        return present;
    }

    private void call(Deadline deadline, Action action) throws PcscException {
        Callable<Void> asCallable = () -> {
            action.run();
            return null;
        };
        thread.call(deadline, asCallable);
    }

    /** Some systems answer SHARING_VIOLATION, others let us wait for the other program without an end. */
    private static void whileOthersMayHoldIt(Action action) throws PcscException {
        try {
            action.run();
        } catch (PcscException failure) {
            throw failure.is(ScardCode.TIMEOUT)
                    ? new PcscException(ScardCode.SHARING_VIOLATION, "held by another program until the deadline")
                    : failure;
        }
    }

    private static void persist(Deadline deadline, IntPredicate passing, Action action) throws PcscException {
        while (true) {
            try {
                action.run();
                return;
            } catch (PcscException refusal) {
                if (!passing.test(refusal.code()) || deadline.hasPassed()) {
                    throw refusal;
                }
            }
            pause();
        }
    }

    private static void pause() throws PcscException {
        try {
            Thread.sleep(RETRY_PAUSE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new PcscException(ScardCode.CANCELLED, "interrupted");
        }
    }

    @FunctionalInterface
    private interface Action {
        void run() throws PcscException;
    }
}
