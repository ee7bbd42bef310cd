package org.keyhopper.rehearsal.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyhopper.rehearsal.central.CentralRig.done;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.enrolment.BegunEnrolment;
import org.keyhopper.central.enrolment.ClaimedRecipient;

/** An instance of Central whose computer's clock is ten minutes from the database's. */
class ClocksTest extends StationFixture {

    @ParameterizedTest
    @ValueSource(ints = {-10, 10})
    void optionsLastAsLongAsTheDirectorySays(int minutes) throws Exception {
        rig.restartWithClock(Duration.ofMinutes(minutes));
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        BegunEnrolment begun = begun(STATION, claimed);
        Duration left = Duration.between(Instant.now(), begun.options().expires());
        assertTrue(
                left.compareTo(Duration.ofMinutes(4)) > 0 && left.compareTo(Duration.ofMinutes(6)) < 0, left::toString);
        NewCredential made = device.make(begun);
        done(calls().register(STATION, claimed.claim(), made, "Key"));
        assertEquals(Outcome.PROVISIONED, done(prove(STATION, claimed.claim(), made, begun.proofClientData())));
    }

    @Test
    void registrationThatMayStillArriveIsNotTakenForLate() throws Exception {
        rig.restartWithClock(Duration.ofMinutes(-10));
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        NewCredential made = device.make(begun(STATION, claimed));
        rig.directory.losesRegistrations = true;
        assertInstanceOf(Answer.Unclear.class, calls().register(STATION, claimed.claim(), made, "Key"));
        assertEquals(Outcome.UNCLEAR, done(calls().release(STATION, claimed.claim(), CLEAN)));
    }
}
