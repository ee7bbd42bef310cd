package org.keyhopper.core.internal.run.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.automatic.AutomaticChoice;
import org.keyhopper.core.automatic.AutomaticOrder.OnProvisioned;
import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.automatic.PrinterChoice;
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.automatic.PrinterSnapshot.Piles;
import org.keyhopper.core.fake.FakeDirectory.Call;
import org.keyhopper.core.fake.FakeDirectory.Mishap;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.FakeKey.Act;
import org.keyhopper.core.fake.Trouble;
import org.keyhopper.core.internal.ceremony.CeremonyBench;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunRefused;

@Execution(ExecutionMode.CONCURRENT)
class AutomaticRunTest {

    private final AutomaticBench bench = new AutomaticBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void everybodyGetsOneCardAndEveryCardIsInTheOutput() {
        bench.first.load(4);
        bench.start("anna", "bert", "cleo");
        assertEquals(new Tally(3, 3, 0, 0, 0, 0), bench.ended());
        assertEquals(AutomaticPhase.COMPLETED, bench.run.snapshot().phase());
        assertEquals(3, bench.first.output.size());
        assertEquals(1, bench.first.hopper.size());
        assertEquals(new Piles(3, 0, 0, 0), bench.printer().piles());
        assertEquals(PrinterPhase.DONE, bench.printer().phase());
        assertTrue(bench.directory.closed);
        assertEquals(List.of(), bench.store.requests.claimed(bench.request));
        bench.assertEachCardHoldsOne();
    }

    @Test
    void theReaderIsLearnedWithTheFirstCardAndKept() {
        bench.first.load(1);
        bench.start("anna").ended();
        assertEquals(
                "Reader A",
                bench.store
                        .bindings
                        .find("Fake first-1", Encoder.CONTACT)
                        .orElseThrow()
                        .reader());
        assertEquals("Reader A", bench.printer().reader().orElseThrow());
    }

    @Test
    void anEmptyHopperIsAPauseAndNobodyFails() {
        bench.first.load(1);
        bench.start("anna", "bert").await(PrinterPhase.NEEDS_OPERATOR);
        assertTrue(bench.printer().notice().orElseThrow().is(PrinterProblem.HOPPER_EMPTY));
        assertEquals(
                Set.of(PrinterChoice.CONTINUE, PrinterChoice.GIVE_UP),
                bench.printer().choices());
        bench.first.load(1);
        bench.choose(PrinterChoice.CONTINUE);
        assertEquals(new Tally(2, 2, 0, 0, 0, 0), bench.ended());
        assertEquals(1, bench.events(RunEvent.PrinterGoesOn.class).size());
    }

    @Test
    void allRecipientsWhoseTurnIsStillToComeAreShown() {
        String[] people = IntStream.rangeClosed(1, 40).mapToObj(i -> "p" + i).toArray(String[]::new);
        bench.directory.with(people);
        bench.start(people).await(PrinterPhase.NEEDS_OPERATOR);
        assertEquals(people.length - 1, bench.run.snapshot().next().size());
    }

    @Test
    void stoppingAtAnEmptyHopperLeavesTheRestPending() {
        bench.start("anna", "bert").await(PrinterPhase.NEEDS_OPERATOR);
        bench.choose(AutomaticChoice.STOP_AFTER_THIS_CARD);
        assertEquals(new Tally(2, 0, 0, 0, 2, 0), bench.ended());
        assertEquals(AutomaticPhase.HALTED, bench.run.snapshot().phase());
        assertTrue(bench.run.snapshot().notice().orElseThrow().is(RunProblem.STOPPED));
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
    void somebodyTheDirectoryDoesNotKnowTakesNoCard() {
        bench.first.load(1);
        bench.start("nobody", "anna");
        assertEquals(new Tally(2, 1, 1, 0, 0, 0), bench.ended());
        assertEquals(1, bench.first.output.size());
        assertTrue(bench.first.rejected.isEmpty());
    }

    @Test
    void aProblemOfTheWholeDirectoryHaltsAndTheRestStaysPending() {
        bench.first.load(3);
        bench.directory.failingAt(Call.COMPLETE, Mishap.REFUSED).refusal = Problem.of(DirectoryProblem.METHOD_DISABLED);
        bench.start("anna", "bert", "cleo");
        assertEquals(new Tally(3, 0, 1, 0, 2, 0), bench.ended());
        assertTrue(bench.run.snapshot().notice().orElseThrow().is(DirectoryProblem.METHOD_DISABLED));
        assertEquals(1, bench.first.rejected.size());
    }

    @Test
    void twoPrintersLearnTheirOwnReaders() {
        bench.first.load(6);
        bench.second.load(6);
        bench.start(List.of(bench.first, bench.second), "anna", "bert", "cleo", "dora", "emil", "fred");
        assertEquals(new Tally(6, 6, 0, 0, 0, 0), bench.ended());
        bench.store
                .bindings
                .list()
                .forEach(binding ->
                        assertEquals(binding.printer().contains("first") ? "Reader A" : "Reader B", binding.reader()));
        assertEquals(6, bench.directory.passkeys.size());
    }

    @Test
    void pausedNoFurtherCardIsTakenUntilItGoesOn() {
        bench.first.load(2);
        bench.directory.beforeComplete = () -> bench.run.choose(AutomaticChoice.PAUSE);
        bench.start("anna", "bert").await(snapshot -> snapshot.tally().provisioned() == 1, "anna");
        bench.await(snapshot -> snapshot.printers().getFirst().current().isEmpty(), "no current recipient");
        assertEquals(AutomaticPhase.PAUSED, bench.run.snapshot().phase());
        assertEquals(1, bench.first.hopper.size());
        bench.directory.beforeComplete = () -> {};
        bench.choose(AutomaticChoice.CONTINUE);
        assertEquals(new Tally(2, 2, 0, 0, 0, 0), bench.ended());
    }

    @Test
    void stoppedTheCardInHandIsFinishedAndTheRestStaysPending() {
        bench.first.load(3);
        bench.directory.beforeComplete = () -> bench.run.choose(AutomaticChoice.STOP_AFTER_THIS_CARD);
        bench.start("anna", "bert", "cleo");
        assertEquals(new Tally(3, 1, 0, 0, 2, 0), bench.ended());
        assertEquals(1, bench.first.output.size());
        assertEquals(AutomaticPhase.HALTED, bench.run.snapshot().phase());
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

    @Test
    void aPasskeyThatIsNotReadBackLeavesNobodyProvisioned() {
        bench.first.load(1);
        bench.directory.failingAt(Call.READ_BACK, Mishap.REFUSED);
        bench.start("anna");
        Tally tally = bench.ended();
        assertEquals(0, tally.provisioned());
        assertEquals(1, tally.unclear());
        assertEquals(
                CardLocation.OUTPUT_TRAY,
                bench.run.snapshot().attempts().getFirst().card());
        assertEquals(new Piles(0, 0, 1, 0), bench.printer().piles());
        assertTrue(bench.directory.passkeys.isEmpty());
    }

    @Test
    void aProfileThatNeedsAPersonIsRefused() {
        bench.profile = CeremonyBench.with(new PinRule.Entered());
        RunRefused refused = assertThrows(RunRefused.class, () -> bench.order(List.of(bench.first), "anna"));
        assertTrue(refused.problem().is(RunProblem.PIN_RULE_NEEDS_PERSON));
    }
}
