package org.keyhopper.rehearsal.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyhopper.rehearsal.central.CentralRig.assertRefused;
import static org.keyhopper.rehearsal.central.CentralRig.done;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.enrolment.ClaimOrder;
import org.keyhopper.central.enrolment.ClaimedRecipient;
import org.keyhopper.central.enrolment.Enrolments;
import org.keyhopper.central.enrolment.ReleaseOrder;
import org.keyhopper.central.problem.CentralProblem;

/** How many people a station may claim at once. */
class ClaimLimitTest extends StationFixture {

    private Answer<Optional<ClaimedRecipient>> claim(Caller station, String key, String printer) {
        Optional<String> named = Optional.of(printer).filter(name -> !name.isEmpty());
        return calls().claim(station, rig.request, new ClaimOrder(key, named, Optional.empty()));
    }

    @Test
    void deskHasOneClaim() {
        ClaimedRecipient first = done(claim(STATION, "k1", "")).orElseThrow();
        assertRefused(CentralProblem.TOO_MANY_CLAIMS, claim(STATION, "k2", ""));
        assertEquals(first.claim(), done(claim(STATION, "k1", "")).orElseThrow().claim(), "the same call again");
        done(calls().release(STATION, first.claim(), new ReleaseOrder("", false, true)));
        assertTrue(done(claim(STATION, "k3", "")).isPresent());
        assertEquals(1, rig.refusals(CentralProblem.TOO_MANY_CLAIMS));
    }

    @Test
    void deskOfAnotherStationHasItsOwn() {
        done(claim(STATION, "k1", ""));
        assertTrue(done(claim(OTHER, "k1", "")).isPresent());
    }

    @Test
    void printerHasOneClaimAndOneAhead() throws Exception {
        try (CentralRig many = new CentralRig(folder.resolve("many"), Optional.empty(), Set.of(), "a", "b", "c", "d")) {
            rig.close();
            rig = many;
            done(claim(STATION, "k1", "P1"));
            done(claim(STATION, "k2", "P1"));
            assertRefused(CentralProblem.TOO_MANY_CLAIMS, claim(STATION, "k3", "P1"));
            assertTrue(done(claim(STATION, "k4", "P2")).isPresent(), "another printer");
            assertTrue(done(claim(STATION, "k5", "")).isPresent(), "the desk of the station");
        }
    }

    @Test
    void stationThatNamesMorePrintersThanItHasIsLimited() throws Exception {
        String[] people = IntStream.rangeClosed(0, Enrolments.MOST_CLAIMS_OF_STATION)
                .mapToObj(number -> "user" + number)
                .toArray(String[]::new);
        try (CentralRig many = new CentralRig(folder.resolve("many"), Optional.empty(), Set.of(), people)) {
            rig.close();
            rig = many;
            for (int i = 0; i < Enrolments.MOST_CLAIMS_OF_STATION; i++) {
                done(claim(STATION, "k" + i, "P" + i));
            }
            assertRefused(CentralProblem.TOO_MANY_CLAIMS, claim(STATION, "last", "P99"));
        }
    }
}
