package org.keyhopper.transport.pcsc.internal;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.IntPredicate;
import org.keyhopper.api.transport.Deadline;

/** A card whose calls have timeouts and which can be reconnected. Used by one worker thread. */
final class TimedCard {

    /** Connects to the card in the named reader. */
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

    /** Set on the card's thread; null while disconnected. */
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

    /** Connects, and retries while another program has exclusive access. */
    void connect(Deadline deadline) throws PcscException {
        retry(
                deadline,
                code -> code == ScardCode.SHARING_VIOLATION,
                () -> retryWhileShared(() -> thread.call(deadline, this::connectNow)));
    }

    /** Reconnects after the connection was lost, and waits for the card to power up. */
    void connectAgain(Deadline deadline) throws PcscException {
        retry(deadline, ScardCode::mayPass, () -> thread.call(deadline, this::connectNow));
    }

    private Void connectNow() throws PcscException {
        disconnect();
        handle = connector.connect(reader);
        return null;
    }

    /** Begins a transaction; waits until no other program holds one. */
    void begin(Deadline deadline) throws PcscException {
        retry(
                deadline,
                code -> code == ScardCode.SHARING_VIOLATION,
                () -> retryWhileShared(() -> call(deadline, () -> connected().begin())));
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

    /** Disconnects, now or when a hanging call returns. */
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

    /** Some systems return SHARING_VIOLATION, others block until the other program releases the card. */
    private static void retryWhileShared(Action action) throws PcscException {
        try {
            action.run();
        } catch (PcscException failure) {
            throw failure.is(ScardCode.TIMEOUT)
                    ? new PcscException(ScardCode.SHARING_VIOLATION, "used by another program until the deadline")
                    : failure;
        }
    }

    private static void retry(Deadline deadline, IntPredicate isTransient, Action action) throws PcscException {
        while (true) {
            try {
                action.run();
                return;
            } catch (PcscException refusal) {
                if (!isTransient.test(refusal.code()) || deadline.hasPassed()) {
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
