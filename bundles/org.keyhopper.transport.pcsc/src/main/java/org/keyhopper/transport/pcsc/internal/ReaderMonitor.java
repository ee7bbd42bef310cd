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
 * Looks at the readers whenever something changes. The context it works with dies with the service, and then
 * {@link #follow} ends. One thread.
 */
final class ReaderMonitor {

    /** How long to sleep in the resource manager when nothing changes; a closed watch ends after that. */
    private static final long LONGEST_WAIT_MS = 500;

    private static final Duration PAUSE_BETWEEN_LOOKS = Duration.ofMillis(200);

    private final JnaCardTerminals context;

    /** Readers that the resource manager's counters are known for; those of a new one do not tell a removal. */
    private Set<String> counted = Set.of();

    private boolean countersAreReliable;

    ReaderMonitor(JnaCardTerminals context) {
        this.context = context;
    }

    /** Reports what is there at once and after each change, and maybe more often, until the wish ends. */
    void follow(Consumer<List<Sighting>> looks, BooleanSupplier wanted) throws PcscException {
        try {
            looks.accept(look(Set.of()));
            while (wanted.getAsBoolean()) {
                looks.accept(look(waitForRemovals()));
            }
        } catch (CardException failure) {
            throw PcscException.of(failure);
        }
    }

    /**
     * Waits, and returns the readers a card was taken from even if another is in there now. The library compares the
     * reader's counter of events with that of the wait before, which is no base for it after a time-out.
     */
    private Set<String> waitForRemovals() throws CardException {
        boolean changed = waitForChange();
        boolean reliable = countersAreReliable && changed;
        countersAreReliable = changed;
        return reliable ? names(context.list(State.CARD_REMOVAL)) : Set.of();
    }

    /**
     * With as many readers as pcsc-lite can have, 16, the library asks about one more than it takes, itself being told of
     * new readers, and is refused. Then we look at them one by one from time to time.
     */
    private boolean waitForChange() throws CardException {
        try {
            return context.waitForChange(LONGEST_WAIT_MS);
        } catch (JnaPCSCException refused) {
            if (!PcscException.of(refused).is(ScardCode.INVALID_PARAMETER)) {
                throw refused;
            }
            LockSupport.parkNanos(PAUSE_BETWEEN_LOOKS.toNanos());
            return false;
        }
    }

    private List<Sighting> look(Set<String> removals) throws CardException {
        List<Sighting> sightings = new ArrayList<>();
        List<CardTerminal> readers = context.list();
        for (CardTerminal reader : readers) {
            String name = reader.getName();
            if (ReaderFacts.isForFido(name)) {
                // Events can be phantoms: what counts is whether a card is there.
                boolean swapped = removals.contains(name) && counted.contains(name);
                sightings.add(new Sighting(name, reader.isCardPresent(), swapped));
            }
        }
        counted = names(readers);
        return sightings;
    }

    private static Set<String> names(List<CardTerminal> readers) {
        return readers.stream().map(CardTerminal::getName).collect(Collectors.toSet());
    }
}
