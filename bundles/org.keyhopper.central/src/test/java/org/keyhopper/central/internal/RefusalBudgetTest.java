package org.keyhopper.central.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefusalBudgetTest {

    private Instant now = Instant.EPOCH;
    private final RefusalBudget budget = new RefusalBudget(() -> now);

    private long taken() {
        return IntStream.range(0, 100).filter(i -> budget.take()).count();
    }

    @Test
    void sixtyAMinuteAreRecorded() {
        assertEquals(60, taken());
        now = now.plusSeconds(59);
        assertEquals(0, taken());
        now = now.plusSeconds(1);
        assertEquals(60, taken());
    }
}
