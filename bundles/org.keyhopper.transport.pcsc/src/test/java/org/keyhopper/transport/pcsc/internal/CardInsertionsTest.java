package org.keyhopper.transport.pcsc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.transport.pcsc.internal.CardInsertions.Sighting;

class CardInsertionsTest {

    private static final Sighting EMPTY = new Sighting("A", false, false);
    private static final Sighting PRESENT = new Sighting("A", true, false);
    private static final Sighting SWAPPED = new Sighting("A", true, true);

    private long arrivals;
    private final CardInsertions insertions =
            new CardInsertions(reader -> new Insertion(new LinkId("pcsc", reader, ++arrivals), ""));

    @Test
    void remainingCardIsTheSameInsertion() {
        Insertion first = only(PRESENT);
        assertSame(first, only(PRESENT));
        assertTrue(first.end().isEmpty());
    }

    @Test
    void removedCardEndsItsInsertion() {
        Insertion stay = only(PRESENT);
        assertEquals(List.of(), insertions.update(List.of(EMPTY)));
        assertTrue(stay.end().orElseThrow().is(DeviceProblem.GONE));
    }

    @Test
    void quickSwapIsANewInsertion() {
        Insertion first = only(PRESENT);
        Insertion second = only(SWAPPED);
        assertNotSame(first, second);
        assertFalse(first.end().isEmpty());
        assertEquals(2, second.id().arrival());
    }

    @Test
    void unpluggedReaderEndsTheInsertion() {
        Insertion stay = only(PRESENT);
        insertions.update(List.of());
        assertFalse(stay.end().isEmpty());
    }

    @Test
    void powerCycleDoesNotEndTheInsertion() {
        Insertion stay = only(PRESENT);
        stay.powerCycleBegins(Deadline.inSeconds(60));
        assertSame(stay, only(EMPTY));
        assertSame(stay, only(SWAPPED));
        stay.powerCycleBegins(Deadline.in(Duration.ZERO));
        assertEquals(List.of(), insertions.update(List.of(EMPTY)));
    }

    @Test
    void endOfTheServiceEndsAllInsertions() {
        Insertion stay = only(PRESENT);
        insertions.endAll(Problem.of(DeviceProblem.SERVICE_UNAVAILABLE));
        assertTrue(stay.end().orElseThrow().is(DeviceProblem.SERVICE_UNAVAILABLE));
        assertNotSame(stay, only(PRESENT));
    }

    @Test
    void keepsTheOrderOfTheReaders() {
        List<Insertion> both = insertions.update(List.of(new Sighting("B", true, false), PRESENT));
        assertEquals(List.of("B", "A"), both.stream().map(Insertion::reader).toList());
    }

    private Insertion only(Sighting sighting) {
        List<Insertion> present = insertions.update(List.of(sighting));
        assertEquals(1, present.size());
        return present.getFirst();
    }
}
