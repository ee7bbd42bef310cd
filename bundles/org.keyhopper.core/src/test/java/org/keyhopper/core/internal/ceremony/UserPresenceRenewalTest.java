package org.keyhopper.core.internal.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.DeviceLabel;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.ceremony.CeremonyOrder.Treatment;
import org.keyhopper.core.fake.Act;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.FakeReader;
import org.keyhopper.core.fake.Trouble;
import org.keyhopper.core.internal.device.Identification;
import org.keyhopper.core.internal.device.LiveDevices;
import org.keyhopper.core.internal.reset.Reinsertion;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.run.RunProblem;

/** A card whose insertion no longer counts as its touch when the credential is to be made. */
class UserPresenceRenewalTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final CeremonyBench bench = new CeremonyBench();
    private final FakeReader reader = new FakeReader();
    private final LiveDevices devices =
            new LiveDevices(FakeReader.factory(), new Identification(bench.store.inventory));
    private FakeKey card = new FakeKey();
    private int lifted;

    @BeforeEach
    void prepare() {
        devices.add(reader);
        devices.snapshot();
        card.kind = DeviceKind.CONTACTLESS_CARD;
        card.powerCycles = false;
        card.troubledBy(Act.MAKE, Trouble.REFUSED).refusal = Problem.of(DeviceProblem.PRESENCE_REQUIRED);
        bench.reinsertion = bench.reinsertion(devices, new Reinsertion.Times(LONG, LONG, LONG, LONG));
        bench.confirmation = question -> Optional.of(new DeviceLabel.NothingPrinted());
        bench.hands = this::lift;
    }

    @AfterEach
    void close() {
        devices.close();
    }

    @Test
    void isRenewedByLiftingTheCardWhereTheReaderCannotTakeItsPower() {
        assertEquals(Outcome.PROVISIONED, perform().outcome());
        assertEquals(1, lifted);
        assertEquals(List.of(Problem.of(DeviceProblem.PRESENCE_REQUIRED)), bench.missed);
        assertEquals(1, card.credentials.size());
        assertEquals(new Instruction.None(), bench.instructions.getLast());
    }

    @Test
    void isRenewedByLiftingTheCardWhenItsReaderLeftTheFieldOn() {
        card.powerCycles = true;
        card.keepsPower = true;
        assertEquals(Outcome.PROVISIONED, perform().outcome());
        assertEquals(1, lifted);
        assertEquals(3, card.acts.stream().filter(Act.MAKE::equals).count());
    }

    /** ResetContext it uses up what putting it back was worth. */
    @Test
    void isRenewedAlsoForACardThatWasLiftedForItsReset() {
        card = FakeKey.withPin("4711");
        card.powerCycles = false;
        card.presencePerPowerUp = 1;
        bench.treatment = Treatment.RESET_FIRST;
        assertEquals(Outcome.PROVISIONED, perform().outcome());
        assertEquals(2, lifted);
        assertEquals(List.of(new LinkId("fake", "Reader 2", 2), new LinkId("fake", "Reader 2", 3)), bench.reinserted);
    }

    @Test
    void aCardThatRefusesAgainIsNotLiftedTwice() {
        bench.hands = instruction -> {
            if (instruction instanceof Instruction.TakeOut) {
                reader.remove(card);
            } else if (instruction instanceof Instruction.PutBack) {
                reader.insert(card, "Reader 2");
            }
        };
        OutcomeRecord outcome = perform();
        assertTrue(outcome.problem().orElseThrow().is(DeviceProblem.PRESENCE_REQUIRED));
        assertEquals(1, bench.missed.size());
        assertTrue(bench.directoryIsClean());
    }

    @Test
    void aContactCardThatStaysRefusingAfterItsPowerWasOffIsNotAskedFor() {
        card.kind = DeviceKind.CONTACT_CARD;
        card.powerCycles = true;
        assertTrue(perform().problem().orElseThrow().is(DeviceProblem.PRESENCE_REQUIRED));
        assertEquals(0, lifted);
    }

    @Test
    void withoutAnOperatorTheRefusalStands() {
        bench.reinsertion = null;
        OutcomeRecord outcome = perform();
        assertTrue(outcome.problem().orElseThrow().is(DeviceProblem.PRESENCE_REQUIRED));
        assertEquals(0, lifted);
    }

    @Test
    void aCardThatIsNotPutBackLeavesItsPinAndNoCredential() {
        bench.reinsertion = bench.reinsertion(devices, new Reinsertion.Times(LONG, Duration.ZERO, LONG, LONG));
        bench.hands = instruction -> {
            if (instruction instanceof Instruction.TakeOut) {
                reader.remove(card);
            }
        };
        OutcomeRecord outcome = perform();
        assertTrue(outcome.problem().orElseThrow().is(RunProblem.NOT_PUT_BACK));
        assertEquals(Outcome.UNCLEAR, outcome.outcome());
        assertTrue(
                outcome.notes().stream().allMatch(note -> note.is(RunProblem.MAY_HAVE_PIN)), outcome.notes()::toString);
        assertTrue(bench.directoryIsClean());
    }

    @Test
    void aCardThatIsNotLiftedKeepsItsRefusal() {
        bench.reinsertion = bench.reinsertion(devices, new Reinsertion.Times(Duration.ZERO, LONG, LONG, LONG));
        bench.hands = instruction -> {};
        OutcomeRecord outcome = perform();
        assertTrue(outcome.problem().orElseThrow().is(DeviceProblem.PRESENCE_REQUIRED));
        assertTrue(bench.directoryIsClean());
    }

    /** The one put back may be another card with the same PIN: what was reset before does not make it blank. */
    @Test
    void aCardThatNothingProvesAfterItWasLiftedIsNotResetToUndo() {
        bench.treatment = Treatment.RESET_FIRST;
        card = FakeKey.withPin("4711");
        card.kind = DeviceKind.CONTACTLESS_CARD;
        card.powerCycles = true;
        card.keepsPower = true;
        card.presencePerPowerUp = 1;
        FakeKey other = new FakeKey();
        other.kind = DeviceKind.CONTACTLESS_CARD;
        other.powerCycles = true;
        other.troubledBy(Act.MAKE, Trouble.REFUSED);
        bench.hands = instruction -> {
            if (instruction instanceof Instruction.TakeOut) {
                reader.remove(card);
            } else if (instruction instanceof Instruction.PutBack) {
                other.credentials.put(CredentialId.of(new byte[] {5}), "login.example");
                other.options.putAll(card.options);
                reader.insert(other, "Reader 2");
            }
        };
        OutcomeRecord outcome = perform();
        assertEquals(Outcome.UNCLEAR, outcome.outcome());
        assertEquals(1, other.credentials.size());
        assertTrue(outcome.notes().stream().anyMatch(note -> note.is(RunProblem.NOT_ERASED)));
    }

    private OutcomeRecord perform() {
        return bench.performOn(devices, reader.insert(card, "Reader 1"));
    }

    private void lift(Instruction instruction) {
        if (instruction instanceof Instruction.TakeOut) {
            lifted++;
            reader.remove(card);
            card.recover();
        } else if (instruction instanceof Instruction.PutBack) {
            reader.insert(card, "Reader 2");
        }
    }
}
