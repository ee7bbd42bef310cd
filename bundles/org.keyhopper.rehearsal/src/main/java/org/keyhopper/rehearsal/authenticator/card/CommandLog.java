package org.keyhopper.rehearsal.authenticator.card;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.keyhopper.rehearsal.authenticator.model.CtapHandler;
import org.keyhopper.rehearsal.authenticator.model.Interaction;

/** Records the commands and their status, never their content. Thread-safe for readers. */
public final class CommandLog implements CtapHandler {
    private final CtapHandler authenticator;
    private final List<Entry> entries = new ArrayList<>();
    private volatile Consumer<Entry> listener = entry -> {};
    private long nanos;

    CommandLog(CtapHandler authenticator) {
        this.authenticator = authenticator;
    }

    /**
     * One command.
     *
     * @param command its first byte
     * @param status first byte of the response
     */
    public record Entry(int command, int status) {}

    /** Returns all entries, oldest first. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Returns the total processing time, including waits for a touch. */
    public synchronized Duration time() {
        return Duration.ofNanos(nanos);
    }

    private synchronized void addTime(long more) {
        nanos += more;
    }

    @Override
    public byte[] handle(byte[] message, Interaction interaction) {
        long begun = System.nanoTime();
        byte[] answer = authenticator.handle(message, interaction);
        addTime(System.nanoTime() - begun);
        note(message.length == 0 ? 0 : message[0] & 0xFF, answer[0] & 0xFF);
        return answer;
    }

    @Override
    public void powerUp() {
        authenticator.powerUp();
    }

    /** Sets the listener notified after each command, on the thread of the command. */
    void addListener(Consumer<Entry> other) {
        listener = other;
    }

    private void note(int command, int status) {
        var entry = new Entry(command, status);
        synchronized (this) {
            entries.add(entry);
        }
        listener.accept(entry);
    }
}
