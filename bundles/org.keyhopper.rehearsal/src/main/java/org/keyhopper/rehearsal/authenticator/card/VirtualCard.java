package org.keyhopper.rehearsal.authenticator.card;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A card in a vpcd slot. Connecting inserts it, closing removes it. */
public final class VirtualCard implements InsertedDevice {
    private static final long JOIN_MILLIS = 5000;

    private final CardContacts card;
    private final VirtualReader reader;
    private final AtomicReference<Ending> ending = new AtomicReference<>();
    private final Thread thread;

    private VirtualCard(CardContacts card, InetSocketAddress slot) throws IOException {
        this.card = card;
        reader = new VirtualReader(slot);
        thread = Thread.ofPlatform().daemon().name("virtual card " + slot).unstarted(this::serve);
    }

    /**
     * Inserts a card into a slot. Does not block; pcscd detects it within 0.4 seconds. The card is served by a daemon
     * thread. A slot must be empty for half a second between two cards, otherwise pcscd may miss the second.
     *
     * @throws IOException if the slot does not accept connections
     */
    public static VirtualCard insert(CardContacts card, InetSocketAddress slot) throws IOException {
        VirtualCard inserted = new VirtualCard(card, slot);
        inserted.thread.start();
        return inserted;
    }

    @Override
    public Optional<Ending> ending() {
        return Optional.ofNullable(ending.get());
    }

    /** Removes the card and waits until its thread has ended. Idempotent. */
    @Override
    public void close() throws IOException {
        end(Ending.Kind.REMOVED, "removed");
        reader.close();
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sets the reason before the reader can detect the removal. */
    private void serve() {
        try (reader) {
            Ending reached = untilEnd();
            card.powerDown();
            ending.compareAndSet(null, reached);
        } catch (IOException e) {
            end(Ending.Kind.READER_GONE, e.toString());
        }
    }

    private Ending untilEnd() {
        try {
            return reader.serve(card);
        } catch (CardPulledException e) {
            return new Ending(Ending.Kind.PULLED, e.getMessage());
        } catch (IOException e) {
            return new Ending(Ending.Kind.READER_GONE, e.toString());
        } catch (RuntimeException e) {
            return new Ending(Ending.Kind.BROKEN, e.toString());
        }
    }

    private void end(Ending.Kind kind, String message) {
        ending.compareAndSet(null, new Ending(kind, message));
    }
}
