package org.keyhopper.rehearsal.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.keyhopper.rehearsal.central.CentralRig.assertRefused;
import static org.keyhopper.rehearsal.central.CentralRig.done;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.enrolment.BegunEnrolment;
import org.keyhopper.central.enrolment.ClaimedRecipient;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.enrolment.ReleaseOrder;
import org.keyhopper.core.request.RecipientId;

/** How claims end: released, expired, and after an answer of the directory that was lost. */
class ReleaseTest extends StationFixture {

    @Test
    void releaseRemovesWhatWasRegistered() throws Exception {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        BegunEnrolment begun = begun(STATION, claimed);
        done(calls().register(STATION, claimed.claim(), device.make(begun), "Key"));
        assertEquals(Outcome.FAILED, done(calls().release(STATION, claimed.claim(), CLEAN)));
        assertEquals(List.of(), rig.directory.of("anna"));
        assertEquals(Outcome.FAILED, rig.outcome(1));
        assertEquals(Outcome.FAILED, done(calls().release(STATION, claimed.claim(), CLEAN)));
    }

    @Test
    void releaseWithADeviceThatIsNotCleanStaysUnclear() {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        begun(STATION, claimed);
        assertEquals(1, rig.directory.pending().size());
        Answer<Outcome> answer =
                calls().release(STATION, claimed.claim(), new ReleaseOrder("device.removed", false, false));
        assertEquals(Outcome.UNCLEAR, done(answer));
        assertEquals(List.of(), rig.directory.pending());
        assertNotEquals(
                Optional.of(1),
                done(rig.claiming(STATION, "k9")).map(it -> it.id().position()),
                "the unclear recipient is not claimed again");
    }

    @Test
    void lostAnswerOfTheDirectoryIsResolvedByItsList() throws Exception {
        rig.directory.losesAnswers = true;
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        NewCredential made = device.make(begun(STATION, claimed));
        done(calls().register(STATION, claimed.claim(), made, "Key"));
        assertEquals(List.of(made.id()), rig.directory.of("anna"));
    }

    @Test
    void refusedRegistrationIsReportedAndReleased() throws Exception {
        rig.directory.refusal = Optional.of(Problem.of(DirectoryProblem.REFUSED, "400"));
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        NewCredential made = device.make(begun(STATION, claimed));
        assertRefused(DirectoryProblem.REFUSED, calls().register(STATION, claimed.claim(), made, "Key"));
        assertEquals(Outcome.FAILED, done(calls().release(STATION, claimed.claim(), CLEAN)));
        assertEquals(List.of(), rig.directory.pending());
    }

    /** Releases a claim whose registration had no answer, some time after its options expired. */
    private Outcome releasedAfter(Duration expired) throws Exception {
        rig.directory.losesRegistrations = true;
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        NewCredential made = device.make(begun(STATION, claimed));
        assertInstanceOf(Answer.Unclear.class, calls().register(STATION, claimed.claim(), made, "Key"));
        rig.database().store().write(in -> {
            Enrolment enrolment = in.enrolments().lock(claimed.claim()).orElseThrow();
            EnrolmentOptions options = enrolment.options().expiring(in.now().minus(expired));
            in.enrolments().put(enrolment.begun(enrolment.user(), options).in(enrolment.state()));
            return options;
        });
        return done(calls().release(STATION, claimed.claim(), CLEAN));
    }

    @Test
    void absenceDoesNotCountWhileTheListOfTheDirectoryMayBeLate() throws Exception {
        assertEquals(Outcome.UNCLEAR, releasedAfter(Duration.ofSeconds(5)));
    }

    @Test
    void absenceCountsAMinuteAfterTheOptionsExpired() throws Exception {
        assertEquals(Outcome.FAILED, releasedAfter(Duration.ofSeconds(61)));
    }

    @Test
    void expiredClaimOnAnUntouchedRecipientIsTakenOver() {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        assertEquals(new RecipientId(rig.request, 1), claimed.id());
        assertInstanceOf(Answer.Done.class, calls().renew(STATION, claimed.claim()));
        assertEquals(2, rig.claim(OTHER, "k1").id().position());
        assertEquals(Optional.empty(), done(rig.claiming(OTHER, "k2")));
    }
}
