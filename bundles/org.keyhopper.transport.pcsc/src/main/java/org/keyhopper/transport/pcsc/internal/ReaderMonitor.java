package org.keyhopper.transport.pcsc.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals.State;
import jnasmartcardio.Smartcardio.JnaCardTerminals;
import jnasmartcardio.Smartcardio.JnaPCSCException;
import org.keyhopper.transport.pcsc.internal.CardInsertions.Sighting;

/**
 * Polls the readers at every change. Its context becomes invalid when the service stops; {@link #follow} then ends. Not
 * thread-safe.
 */
final class ReaderMonitor {

    /** The timeout of a wait in the resource manager; a closed watch ends after that. */
    private static final long LONGEST_WAIT_MS = 500;

    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

    private final JnaCardTerminals context;

    /** Readers whose event counters are known; those of a new reader do not indicate a removal. */
    private Set<String> countersKnown = Set.of();

    private boolean countersAreReliable;

    ReaderMonitor(JnaCardTerminals context) {
        this.context = context;
    }

    /** Reports the current state and then each change, possibly more often, while {@code wanted}. */
    void follow(Consumer<List<Sighting>> listener, BooleanSupplier wanted) throws PcscException {
        try {
            listener.accept(poll(Set.of()));
            while (wanted.getAsBoolean()) {
                listener.accept(poll(waitForRemovals()));
            }
        } catch (CardException failure) {
            throw PcscException.of(failure);
        }
    }

    /**
     * Waits, and returns the readers from which a card was removed, even if another was inserted. The library compares
     * the reader's event counter with that of the previous wait, which is not reliable after a timeout.
     */
    private Set<String> waitForRemovals() throws CardException {
        boolean changed = waitForChange();
        boolean reliable = countersAreReliable && changed;
        countersAreReliable = changed;
        return reliable ? names(context.list(State.CARD_REMOVAL)) : Set.of();
    }

    /**
     * With 16 readers, the maximum of pcsc-lite, the library asks for one more, the notification of new readers, and is
     * refused. The readers are then polled individually.
     */
    private boolean waitForChange() throws CardException {
        try {
            return context.waitForChange(LONGEST_WAIT_MS);
        } catch (JnaPCSCException refused) {
            if (!PcscException.of(refused).is(ScardCode.INVALID_PARAMETER)) {
                throw refused;
            }
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
            return false;
        }
    }

    private List<Sighting> poll(Set<String> removals) throws CardException {
        List<Sighting> sightings = new ArrayList<>();
        List<CardTerminal> readers = context.list();
        for (CardTerminal reader : readers) {
            String name = reader.getName();
            if (ReaderFacts.isForFido(name)) {
                // Events may be spurious: only the presence of a card counts.
                boolean swapped = removals.contains(name) && countersKnown.contains(name);
                sightings.add(new Sighting(name, reader.isCardPresent(), swapped));
            }
        }
        countersKnown = names(readers);
        return sightings;
    }

    private static Set<String> names(List<CardTerminal> readers) {
        return readers.stream().map(CardTerminal::getName).collect(Collectors.toSet());
    }
}
