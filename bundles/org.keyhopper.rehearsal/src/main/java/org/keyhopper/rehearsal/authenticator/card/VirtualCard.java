package org.keyhopper.rehearsal.authenticator.card;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A card that lies in a vpcd slot. To insert is to connect, to remove is to close. */
public final class VirtualCard implements Inserted {
    private static final long JOIN_MILLIS = 5000;

    private final CardEnd card;
    private final VirtualReader reader;
    private final AtomicReference<Ending> ending = new AtomicReference<>();
    private final Thread thread;

    private VirtualCard(CardEnd card, InetSocketAddress slot) throws IOException {
        this.card = card;
        reader = new VirtualReader(slot);
        thread = Thread.ofPlatform().daemon().name("virtual card " + slot).unstarted(this::serve);
    }

    /**
     * Puts a card into a slot. Returns at once; pcscd notices within 0.4 seconds. The card is served by a daemon thread
     * of its own. Leave a slot empty for half a second between two cards, or pcscd may miss the second.
     *
     * @throws IOException if nobody listens at the slot
     */
    public static VirtualCard insert(CardEnd card, InetSocketAddress slot) throws IOException {
        VirtualCard inserted = new VirtualCard(card, slot);
        inserted.thread.start();
        return inserted;
    }

    @Override
    public Optional<Ending> ending() {
        return Optional.ofNullable(ending.get());
    }

    /** Takes the card out and waits until its thread has ended. Again is harmless. */
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

    /** Says why before the reader can see that the card is gone. */
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
