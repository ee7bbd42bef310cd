package org.keyhopper.core.internal.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyhopper.core.internal.ceremony.ReinsertionBench.FORMER;
import static org.keyhopper.core.internal.ceremony.ReinsertionBench.LONG;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.fake.Act;
import org.keyhopper.core.fake.FakeDirectory.Call;
import org.keyhopper.core.fake.FakeDirectory.Mishap;
import org.keyhopper.core.fake.Trouble;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.run.RunProblem;

/** A key that is taken out, put back and erased: what then happens where, and how it ends when it does not come. */
class ReinsertionTest {

    private final ReinsertionBench desk = new ReinsertionBench();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aKeyIsReinsertedResetAndProvisioned() {
        assertEquals(Outcome.PROVISIONED, desk.perform().outcome());
        assertFalse(desk.key.credentials.containsKey(FORMER));
        assertEquals(1, desk.key.credentials.size());
        Instruction none = new Instruction.None();
        assertEquals(
                List.of(new Instruction.TakeOut(LONG), new Instruction.PutBack(LONG), none, touch(), none),
                desk.bench.instructions.subList(0, 5));
        assertEquals(List.of(new LinkId("fake", "Port 2", 2)), desk.bench.reinserted);
    }

    @Test
    void everythingAfterwardsHappensOnTheOneThreadOfTheNewLink() {
        desk.perform();
        assertTrue(desk.key.acts.contains(Act.FORCE_CHANGE));
        assertEquals(
                List.of("device Port 2"),
                desk.key.threads.stream().map(Thread::getName).toList());
    }

    @Test
    void theJournalKnowsWhereTheKeyIsNow() {
        desk.perform();
        assertEquals(Optional.of("Port 2"), desk.bench.store.journal.last().fact(JournalFacts.SLOT));
    }

    @Test
    void theWorkerOfTheNewLinkIsFreeAgainAfterTheCeremony() throws Exception {
        desk.perform();
        assertTrue(desk.devices
                .identify(desk.bench.reinserted.getFirst())
                .get()
                .obstacle()
                .isEmpty());
    }

    @Test
    void aKeyThatIsLeftInIsNotReset() {
        desk.bench.reinsertion = desk.reinsertion(Duration.ZERO, LONG, LONG);
        desk.bench.hands = instruction -> {};
        desk.assertFailedWithoutReset(desk.perform(), RunProblem.NOT_TAKEN_OUT);
    }

    @Test
    void aKeyThatDoesNotComeBackFailsThePerson() {
        desk.bench.reinsertion = desk.reinsertion(LONG, Duration.ZERO, LONG);
        desk.bench.hands = instruction -> {
            if (instruction instanceof Instruction.TakeOut) {
                desk.reader.remove(desk.key);
            }
        };
        desk.assertFailedWithoutReset(desk.perform(), RunProblem.NOT_PUT_BACK);
        assertEquals(List.of(), desk.bench.reinserted);
    }

    @Test
    void aKeyPulledOutLaterLeavesWhatCannotBeUndone() {
        desk.key.troubledBy(Act.MAKE, Trouble.LOST_BEFORE);
        OutcomeRecord outcome = desk.perform();
        assertEquals(Outcome.UNCLEAR, outcome.outcome());
        assertTrue(outcome.notes().stream().anyMatch(note -> note.is(RunProblem.MAY_HAVE_PIN)));
        assertTrue(desk.bench.directoryIsClean());
    }

    @Test
    void undoingDeletesWhatItCanAndDoesNotAskToTakeTheKeyOutAgain() {
        desk.bench.directory.failingAt(Call.COMPLETE, Mishap.REFUSED);
        OutcomeRecord outcome = desk.perform();
        assertEquals(Outcome.UNCLEAR, outcome.outcome());
        assertTrue(outcome.notes().stream().allMatch(note -> note.is(RunProblem.LEFT_PIN_ON_DEVICE)));
        assertTrue(desk.key.credentials.isEmpty());
        assertEquals(1, desk.takenOut);
        assertEquals(1, desk.key.threads.size());
    }

    @Test
    void stoppingWhileTheKeyIsToBeTakenOutEndsTheWaiting() {
        desk.bench.hands = instruction -> desk.bench.stop.cancel();
        desk.assertFailedWithoutReset(desk.perform(), RunProblem.STOPPED);
    }

    @Test
    void stoppingWhileTheKeyIsToBePutBackEndsTheWaiting() {
        desk.bench.hands = instruction -> {
            if (instruction instanceof Instruction.TakeOut) {
                desk.reader.remove(desk.key);
            } else {
                desk.bench.stop.cancel();
            }
        };
        desk.assertFailedWithoutReset(desk.perform(), RunProblem.STOPPED);
    }

    private static Instruction touch() {
        return new Instruction.Touch(Duration.ofSeconds(30));
    }
}
