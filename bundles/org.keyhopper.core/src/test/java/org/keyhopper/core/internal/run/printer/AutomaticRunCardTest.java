package org.keyhopper.core.internal.run.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.device.MetadataProblem;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.automatic.AutomaticOrder.OnProvisioned;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.fake.Act;
import org.keyhopper.core.fake.FakeDirectory.Call;
import org.keyhopper.core.fake.FakeDirectory.Mishap;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.Trouble;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.RunEvent;

/** What becomes of a card that cannot be used, or fails, in a run through a printer. */
@Execution(ExecutionMode.CONCURRENT)
class AutomaticRunCardTest {

    private final AutomaticBench bench = new AutomaticBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aDeadCardIsRejectedAndThePersonGetsTheNext() {
        bench.store.bindings.put(bench.first.bindingTo("Reader A"));
        bench.first.loadDead().load(2);
        bench.start("anna", "bert");
        assertEquals(new Tally(2, 2, 0, 0, 0, 0), bench.ended());
        assertEquals(1, bench.first.rejected.size());
        assertEquals(2, bench.first.output.size());
        assertTrue(bench.events(RunEvent.NextCard.class).getFirst().problem().is(PrinterProblem.CARD_NOT_SEEN));
        assertEquals(
                "anna",
                bench.events(RunEvent.NextCard.class)
                        .getFirst()
                        .recipient()
                        .recipient()
                        .user());
    }

    @Test
    void whatTheDirectoryMayRefuseIsShownBeforeTheCardIsChanged() {
        bench.directory.attestationEnforced = true;
        bench.first.load(2);
        bench.start("anna", "bert");
        assertEquals(new Tally(2, 2, 0, 0, 0, 0), bench.ended());
        assertEquals(2, bench.events(RunEvent.Warned.class).size());
        List<RunEvent> events = bench.reported();
        int warned = events.indexOf(bench.events(RunEvent.Warned.class).getFirst());
        assertEquals(
                List.of(CeremonyStep.CHECK),
                bench.events(RunEvent.StepDone.class).stream()
                        .filter(done -> events.indexOf(done) > warned)
                        .map(RunEvent.StepDone::step)
                        .limit(1)
                        .toList());
        assertTrue(bench.printer().warning().orElseThrow().is(MetadataProblem.NOT_VERIFIED_HERE));
    }

    @Test
    void aWarningIsOfOneCard() {
        bench.first.load(2);
        bench.directory.attestationEnforced = true;
        bench.directory.beforeComplete = () -> bench.directory.attestationEnforced = false;
        bench.start("anna", "bert");
        bench.ended();
        assertEquals(1, bench.events(RunEvent.Warned.class).size());
        assertEquals(Optional.empty(), bench.printer().warning());
    }

    @Test
    void anotherPersonsCardIsRejected() {
        bench.first.load(FakeKey.withPin("4711"));
        bench.first.load(1);
        bench.start("anna");
        assertEquals(new Tally(1, 1, 0, 0, 0, 0), bench.ended());
        assertEquals(1, bench.first.rejected.size());
        assertTrue(bench.events(RunEvent.NextCard.class).getFirst().problem().is(DeviceProblem.ALREADY_PROVISIONED));
    }

    @Test
    void anotherPersonsCardIsErasedWhereThatIsOrdered() {
        bench.provisioned = OnProvisioned.RESET;
        bench.first.load(FakeKey.withPin("4711"));
        bench.start("anna");
        assertEquals(new Tally(1, 1, 0, 0, 0, 0), bench.ended());
        assertEquals(1, bench.first.output.size());
        bench.assertEachCardHoldsOne();
    }

    @Test
    void aUsbKeyThatWouldHaveToBeReinsertedForItsResetIsRejectedUnchanged() {
        bench.provisioned = OnProvisioned.RESET;
        FakeKey key = FakeKey.usb("77");
        bench.first.load(key);
        bench.first.load(1);
        bench.start("anna");
        assertEquals(new Tally(1, 1, 0, 0, 0, 0), bench.ended());
        assertEquals(List.of(key), bench.first.rejected);
        assertFalse(key.acts.contains(Act.RESET));
        assertEquals(1, bench.store.journal.ceremoniesOf(bench.request).size(), "a ceremony with the key was begun");
        assertTrue(bench.events(RunEvent.NextCard.class).getFirst().problem().is(DeviceProblem.RESET_NOT_POSSIBLE));
    }

    @Test
    void aCardThatFailsAtWorkIsRejectedAndTheNextOneServes() {
        FakeKey bad = new FakeKey().troubledBy(Act.MAKE, Trouble.REFUSED);
        bench.first.load(bad);
        bench.first.load(1);
        bench.start("anna");
        assertEquals(new Tally(1, 1, 0, 0, 0, 0), bench.ended());
        assertEquals(List.of(bad), bench.first.rejected);
        assertTrue(bad.credentials.isEmpty());
        assertEquals(2, bench.run.snapshot().attempts().size());
        assertTrue(bench.run.snapshot().attempts().getLast().again());
    }

    @Test
    void twoCardsAreTriedForOnePersonAndNotMore() {
        for (int i = 0; i < 2; i++) {
            bench.first.load(new FakeKey().troubledBy(Act.MAKE, Trouble.REFUSED));
        }
        bench.first.load(1);
        bench.start("anna", "bert");
        assertEquals(new Tally(2, 1, 1, 0, 0, 0), bench.ended());
        assertEquals(List.of(Outcome.FAILED, Outcome.PROVISIONED), bench.outcomes());
    }

    @Test
    void aCardPulledInTheMiddleIsSuspectAndTheNextOneIsNotMistakenForIt() {
        FakeKey pulled = new FakeKey().troubledBy(Act.SIGN, Trouble.LOST_AFTER);
        bench.first.load(pulled);
        bench.first.load(1);
        bench.start("anna", "bert");
        Tally tally = bench.ended();
        assertEquals(1, tally.provisioned());
        assertEquals(1, tally.unclear());
        assertEquals(List.of(pulled), bench.first.rejected);
        assertEquals(1, bench.first.output.size());
    }

    @Test
    void theCardSignsWhileTheDirectoryRegisters() {
        FakeKey card = new FakeKey();
        bench.first.load(card);
        Deadline limit = Deadline.inSeconds(30);
        bench.directory.beforeComplete = () -> {
            while (!card.acts.contains(Act.SIGN) && !limit.hasPassed()) {
                Thread.onSpinWait();
            }
            assertTrue(card.acts.contains(Act.SIGN), "it waited for the directory");
        };
        bench.start("anna");
        assertEquals(new Tally(1, 1, 0, 0, 0, 0), bench.ended());
        assertEquals(1, card.acts.stream().filter(Act.SIGN::equals).count());
    }

    @Test
    void aCardThatSignedForNothingIsCleanedWhenTheDirectoryRefuses() {
        FakeKey card = new FakeKey();
        bench.first.load(card);
        bench.directory.failingAt(Call.COMPLETE, Mishap.REFUSED);
        bench.start("anna");
        assertEquals(new Tally(1, 0, 1, 0, 0, 0), bench.ended());
        assertTrue(card.acts.contains(Act.SIGN));
        assertTrue(card.credentials.isEmpty());
        assertEquals(List.of(card), bench.first.rejected);
    }
}
