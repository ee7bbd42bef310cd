package org.keyhopper.rehearsal.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyhopper.rehearsal.central.CentralRig.assertRefused;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.enrolment.BegunEnrolment;
import org.keyhopper.central.enrolment.ClaimedRecipient;
import org.keyhopper.central.licence.Licence;
import org.keyhopper.central.licence.LicenceFile;
import org.keyhopper.central.licence.Licensing;
import org.keyhopper.central.problem.CentralProblem;

/** What a licence permits. */
class LicensingTest extends StationFixture {

    private static final Caller MAINTENANCE = new Caller(Caller.Kind.COMMAND, "maintenance", List.of(), "call");
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private Licensing licensing(boolean required, Answer<Licence> read) {
        return rig.central().licensing(new LicenceFile() {
            @Override
            public boolean isRequired() {
                return required;
            }

            @Override
            public Answer<Licence> read() {
                return read;
            }
        });
    }

    private Licensing licensing(LocalDate from, LocalDate until, int devices) {
        return licensing(
                true, Answer.done(new Licence("Contoso", from, until, OptionalInt.of(devices), Set.of("printers"))));
    }

    private static void assertRefused(CentralProblem code, Licensing licensing, int people) {
        Problem problem = licensing.refusesRequest(people).orElseThrow();
        assertTrue(problem.is(code), problem::toString);
    }

    @Test
    void communityNeedsNone() {
        Licensing none = licensing(false, Answer.failed(Problem.of(CentralProblem.LICENCE_MISSING)));
        assertEquals(Optional.empty(), none.refusesRequest(1000));
    }

    @Test
    void missingLicenceBlocksNewRequestsAndNoRun() {
        Licensing missing = licensing(true, Answer.failed(Problem.of(CentralProblem.LICENCE_MISSING)));
        assertRefused(CentralProblem.LICENCE_MISSING, missing, 1);
        assertEquals(1, rig.claim(STATION, "k1").id().position());
    }

    @Test
    void datesAndDevicesCount() throws Exception {
        assertRefused(CentralProblem.LICENCE_EXPIRED, licensing(TODAY.minusDays(9), TODAY.minusDays(1), 9), 1);
        assertRefused(CentralProblem.LICENCE_EXPIRED, licensing(TODAY.plusDays(1), TODAY.plusDays(9), 9), 1);
        assertEquals(Optional.empty(), licensing(TODAY, TODAY, 2).refusesRequest(2));
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        BegunEnrolment begun = begun(STATION, claimed);
        NewCredential made = device.make(begun);
        CentralRig.done(calls().register(STATION, claimed.claim(), made, "Key"));
        CentralRig.done(prove(STATION, claimed.claim(), made, begun.proofClientData()));
        assertRefused(CentralProblem.LICENCE_USED_UP, licensing(TODAY, TODAY, 2), 2);
        assertEquals(1, licensing(TODAY, TODAY, 2).status().devices());
    }

    @Test
    void endIsReportedAheadOnceForEachReminder() {
        assertEquals(
                OptionalInt.empty(),
                licensing(TODAY, TODAY.plusDays(61), 9).status().daysLeft());
        Licensing soon = licensing(TODAY, TODAY.plusDays(20), 9);
        assertEquals(OptionalInt.of(20), soon.status().daysLeft());
        soon.remind(MAINTENANCE);
        soon.remind(MAINTENANCE);
        assertEquals(
                1,
                rig.trail().stream()
                        .filter(entry -> entry.event().action() == AuditAction.LICENCE_ENDS)
                        .count());
    }
}
