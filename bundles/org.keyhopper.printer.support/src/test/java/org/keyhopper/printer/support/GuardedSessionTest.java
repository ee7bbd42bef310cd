package org.keyhopper.printer.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Disposal;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.TriState;
import org.keyhopper.api.transport.Deadline;

class GuardedSessionTest {

    private final ScriptedPath path = new ScriptedPath();
    private GuardedSession session = new GuardedSession(path, Encoder.CONTACT, TriState.YES);

    @Test
    void movementsAreMadeOnce() throws Exception {
        session.present(soon());
        session.present(soon());
        session.eject(soon());
        session.eject(soon());
        session.close();
        assertEquals(List.of("bring from HOPPER", "engage", "disengage", "eject", "end"), path.done);
        assertEquals(CardLocation.OUTPUT_TRAY, session.location());
    }

    @Test
    void releasedCardIsEngagedAgainWithoutMovement() throws Exception {
        session.present(soon());
        session.release(soon());
        session.present(soon());
        assertEquals(List.of("bring from HOPPER", "engage", "disengage", "engage"), path.done);
    }

    @Test
    void withoutRejectTrayARejectedCardIsEjected() throws Exception {
        session = new GuardedSession(path, Encoder.CONTACT, TriState.NO);
        session.present(soon());
        assertEquals(Disposal.OUTPUT_TRAY, session.reject("bad", soon()));
        assertEquals("eject", path.done.getLast());
    }

    @Test
    void unknownRejectTrayMeansEitherTray() throws Exception {
        session = new GuardedSession(path, Encoder.CONTACT, TriState.UNKNOWN);
        session.present(soon());
        assertEquals(Disposal.EITHER_TRAY, session.reject("bad", soon()));
        assertEquals(CardLocation.OUTSIDE, session.location());
    }

    @Test
    void unconfirmedMovementBlocksOthersUntilLocated() throws Exception {
        fail(PrinterProblem.MOVE_UNCONFIRMED);
        assertKind(FailureKind.OUTCOME_UNKNOWN);
        assertKind(FailureKind.OUTCOME_UNKNOWN);
        assertEquals(CardLocation.UNKNOWN, session.locate(soon()));
        assertKind(FailureKind.OUTCOME_UNKNOWN);
        assertEquals(List.of("bring from HOPPER"), path.done);
        path.seen = CardLocation.CONTACT;
        assertEquals(CardLocation.CONTACT, session.locate(soon()));
        session.present(soon());
        assertEquals(List.of("bring from HOPPER", "engage"), path.done);
    }

    @Test
    void unconfirmedEjectIsDoneIfNothingIsInside() throws Exception {
        session.present(soon());
        session.release(soon());
        fail(PrinterProblem.MOVE_UNCONFIRMED);
        assertThrows(PrinterException.class, () -> session.eject(soon()));
        path.seen = CardLocation.HOPPER;
        assertEquals(CardLocation.OUTPUT_TRAY, session.locate(soon()));
    }

    @Test
    void unconfirmedFeedTookNoCardIfNothingIsInside() throws Exception {
        fail(PrinterProblem.MOVE_UNCONFIRMED);
        assertKind(FailureKind.OUTCOME_UNKNOWN);
        path.seen = CardLocation.HOPPER;
        assertEquals(CardLocation.HOPPER, session.locate(soon()));
    }

    @Test
    void cardMissingAtTheEncoderIsOutside() throws Exception {
        session.present(soon());
        path.seen = CardLocation.HOPPER;
        assertEquals(CardLocation.OUTSIDE, session.locate(soon()));
    }

    @Test
    void cardRemovedAfterAJamWhileFeedingDoesNotCount() throws Exception {
        path.seen = CardLocation.INSIDE;
        fail(PrinterProblem.JAM);
        assertKind(FailureKind.OPERATOR_NEEDED);
        assertEquals(CardLocation.INSIDE, session.location());
        path.seen = CardLocation.HOPPER;
        session.present(soon());
        assertEquals(List.of("bring from HOPPER", "bring from HOPPER", "engage"), path.done);
    }

    @Test
    void cardInsideAfterAJamIsMovedToTheEncoder() throws Exception {
        path.seen = CardLocation.INSIDE;
        fail(PrinterProblem.JAM);
        assertKind(FailureKind.OPERATOR_NEEDED);
        session.present(soon());
        assertEquals(List.of("bring from HOPPER", "bring from INSIDE", "engage"), path.done);
    }

    @Test
    void failedEjectLeavesTheCardInPlace() throws Exception {
        session.present(soon());
        session.release(soon());
        fail(PrinterProblem.OUTPUT_FULL);
        assertThrows(PrinterException.class, () -> session.eject(soon()));
        assertEquals(CardLocation.CONTACT, session.location());
        session.eject(soon());
        assertEquals(CardLocation.OUTPUT_TRAY, session.location());
    }

    @Test
    void closingRejectsACardAtTheEncoder() throws Exception {
        session.present(soon());
        session.close();
        session.close();
        assertEquals(List.of("bring from HOPPER", "engage", "disengage", "reject", "end"), path.done);
    }

    @Test
    void closingMovesNothingAtUnknownPosition() throws Exception {
        fail(PrinterProblem.MOVE_UNCONFIRMED);
        assertKind(FailureKind.OUTCOME_UNKNOWN);
        session.close();
        assertEquals(List.of("bring from HOPPER", "end"), path.done);
    }

    @Test
    void closingPreservesAnInterruptAndRejects() throws Exception {
        session.present(soon());
        Thread.currentThread().interrupt();
        session.close();
        assertEquals(true, Thread.interrupted());
        assertEquals(CardLocation.REJECT_TRAY, session.location());
    }

    @Test
    void ejectingBeforeFeedingIsIllegal() {
        assertThrows(IllegalStateException.class, () -> session.eject(soon()));
        assertThrows(IllegalStateException.class, () -> session.reject("bad", soon()));
    }

    private void fail(PrinterProblem problem) {
        path.failure = Optional.of(PrinterException.of(problem));
    }

    private void assertKind(FailureKind trouble) {
        assertEquals(
                trouble,
                assertThrows(PrinterException.class, () -> session.present(soon()))
                        .kind());
    }

    private static Deadline soon() {
        return Deadline.inSeconds(5);
    }
}
