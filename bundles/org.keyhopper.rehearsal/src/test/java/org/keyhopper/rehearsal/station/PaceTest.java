package org.keyhopper.rehearsal.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void fastDevicesAnswerAtOnce() {
        assertEquals(Duration.ZERO, Pace.FAST.of((byte) 1));
    }

    @Test
    void aPersonTakesSecondsAtARealisticPace() {
        // getInfo, five of clientPIN, makeCredential, getAssertion, as a ceremony with a new PIN sends them.
        Duration person = IntStream.of(4, 6, 6, 6, 6, 6, 1, 2)
                .mapToObj(command -> Pace.REALISTIC.of((byte) command))
                .reduce(Duration.ZERO, Duration::plus);
        assertTrue(person.compareTo(Duration.ofSeconds(2)) > 0 && person.compareTo(Duration.ofSeconds(6)) < 0);
    }
}
