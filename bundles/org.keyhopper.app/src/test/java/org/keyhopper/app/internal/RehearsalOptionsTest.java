package org.keyhopper.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.rehearsal.station.Pace;

class RehearsalOptionsTest {

    @Test
    void aWindowRehearsesFivePeopleAtARealisticPace() {
        assertEquals(new RehearsalOptions(5, Pace.REALISTIC), RehearsalOptions.in(List.of()));
    }

    @Test
    void bothWaysToWriteAValueAreUnderstood() {
        assertEquals(
                new RehearsalOptions(20, Pace.FAST), RehearsalOptions.in(List.of("--recipients=20", "--pace", "fast")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--recipients=0", "--recipients=many", "--pace=slow"})
    void otherValuesAreRefused(String argument) {
        assertThrows(StoreException.class, () -> RehearsalOptions.in(List.of(argument)));
    }
}
