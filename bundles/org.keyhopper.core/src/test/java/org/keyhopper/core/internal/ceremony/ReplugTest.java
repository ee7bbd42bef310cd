package org.keyhopper.core.internal.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.ceremony.CeremonyOrder.Treatment;
import org.keyhopper.core.fake.FakeDirectory.Call;
import org.keyhopper.core.fake.FakeDirectory.Mishap;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.FakeKey.Act;
import org.keyhopper.core.fake.FakeReader;
import org.keyhopper.core.fake.Trouble;
import org.keyhopper.core.internal.device.Identification;
import org.keyhopper.core.internal.device.LiveDevices;
import org.keyhopper.core.internal.device.ModelNames;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.run.RunProblem;

class ReplugTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final CredentialId SOMEBODYS = CredentialId.of(new byte[] {9});

    private final CeremonyBench bench = new CeremonyBench();
    private final FakeReader reader = new FakeReader();
    private final LiveDevices devices =
            new LiveDevices(FakeReader.factory(), new Identification(bench.store.inventory, new ModelNames()));
    private FakeKey key = FakeKey.usb("1");
    private FakeKey broughtBack = key;
    private int takenOut;

    @BeforeEach
    void prepare() {
        devices.add(reader);
        devices.snapshot();
        key.credentials.put(SOMEBODYS, "login.example");
        bench.treatment = Treatment.RESET_FIRST;
        bench.replug = new Replug(devices, LONG, LONG, LONG);
        bench.hands = this::obey;
    }

    @AfterEach
    void close() {
        devices.close();
    }

    @Test
    void aKeyIsTakenOutPutBackErasedAndProvisioned() {
        assertEquals(Outcome.PROVISIONED, perform().outcome());
        assertFalse(key.credentials.containsKey(SOMEBODYS));
        assertEquals(1, key.credentials.size());
        Instruction none = new Instruction.None();
        assertEquals(
                List.of(new Instruction.TakeOut(LONG), new Instruction.PutBack(LONG), none, touch(), none),
                bench.instructions.subList(0, 5));
        assertEquals(List.of(new LinkId("fake", "Port 2", 2)), bench.cameBack);
    }

    @Test
    void everythingAfterwardsHappensOnTheOneThreadOfTheNewLink() {
        perform();
        assertTrue(key.acts.contains(Act.FORCE_CHANGE));
        assertEquals(
                List.of("device Port 2"),
                key.threads.stream().map(Thread::getName).toList());
    }

    @Test
    void theJournalKnowsWhereTheKeyIsNow() {
        perform();
        assertEquals(Optional.of("Port 2"), bench.store.journal.last().fact(JournalFacts.SLOT));
    }

    @Test
    void theWorkerOfTheNewLinkIsFreeAgainAfterTheCeremony() throws Exception {
        perform();
        assertTrue(devices.identify(bench.cameBack.getFirst()).get().obstacle().isEmpty());
    }

    @Test
    void aKeyWithAnotherSerialIsSwappedForTheRightOne() {
        bringBack(FakeKey.usb("2"));
        assertSwapped("2", "1");
        assertEquals(List.of(), broughtBack.acts);
        assertEquals(
                List.of(new LinkId("fake", "Port 2", 2), new LinkId("fake", "Port 3", 3)),
                bench.cameBack,
                "both must be taken out in the end");
    }

    @Test
    void aKeyOfAnotherMakerIsSwappedForTheRightOne() {
        key.serial = Optional.empty();
        bringBack(FakeKey.usb(""));
        broughtBack.fingerprint = "1050:0407";
        assertSwapped("", "");
    }

    @Test
    void aKeyOfAnotherModelIsSwappedForTheRightOne() {
        key.serial = Optional.empty();
        bringBack(FakeKey.usb(""));
        broughtBack.aaguid = new UUID(1, 2);
        assertSwapped("", "");
    }

    @Test
    void aKeyWithoutNumberThatSaysSomethingElseOfItselfIsSwappedForTheRightOne() {
        key.serial = Optional.empty();
        bringBack(FakeKey.usb(""));
        broughtBack.slots = OptionalInt.of(3);
        assertSwapped("", "");
    }

    @Test
    void aCardIsLiftedWhenItsReaderLeavesTheFieldOn() {
        key.kind = DeviceKind.CONTACTLESS_CARD;
        key.powerCycles = true;
        refuseReset(DeviceProblem.RESET_TOO_LATE);
        bench.hands = instruction -> {
            if (instruction instanceof Instruction.TakeOut) {
                key.recover();
            }
            obey(instruction);
        };
        assertEquals(Outcome.PROVISIONED, perform().outcome());
        assertEquals(1, takenOut);
    }

    @Test
    void whereNobodyIsAtTheDeviceNobodyIsWaitedFor() {
        bench.replug = null;
        bench.hands = instruction -> {};
        assertFailedUnerased(perform(), DeviceProblem.RESET_NOT_POSSIBLE);
        assertEquals(
                List.of(new Instruction.None()),
                bench.instructions.stream().distinct().toList());
    }

    @Test
    void severalOthersOneAfterTheOtherAreEachToldOf() {
        bringBack(FakeKey.usb("2"));
        FakeKey third = FakeKey.usb("3");
        bench.hands = instruction -> {
            if (instruction instanceof Instruction.Swap(Duration left, String inserted, String wanted)
                    && inserted.equals("2")) {
                reader.remove(broughtBack);
                reader.insert(third, "Port 4");
            } else {
                obey(instruction);
            }
        };
        assertEquals(Outcome.PROVISIONED, perform().outcome());
        assertEquals(List.of("2", "3"), swaps().map(Instruction.Swap::inserted).toList());
        assertFalse(third.acts.contains(Act.RESET));
    }

    @Test
    void thatOthersKeepComingEndsTheWaitToo() {
        bench.replug = new Replug(devices, LONG, Duration.ZERO, LONG);
        bringBack(FakeKey.usb("2"));
        FakeKey third = FakeKey.usb("3");
        bench.hands = instruction -> {
            if (instruction instanceof Instruction.Swap) {
                reader.insert(third, "Port 4");
            } else {
                obey(instruction);
            }
        };
        assertFailedUnerased(perform(), DeviceProblem.DIFFERENT_DEVICE);
        assertEquals(1, swaps().count());
        assertTrue(third.hasPin());
    }

    @Test
    void anotherKeyThatIsLeftInFailsThePersonAndIsNotErased() {
        bench.replug = new Replug(devices, LONG, Duration.ZERO, LONG);
        bringBack(FakeKey.usb("2"));
        bench.hands = instruction -> {
            if (!(instruction instanceof Instruction.Swap)) {
                obey(instruction);
            }
        };
        assertFailedUnerased(perform(), DeviceProblem.DIFFERENT_DEVICE);
        assertTrue(broughtBack.hasPin());
    }

    @Test
    void theRightKeyThatDoesNotComeAfterAnotherIsToldAsSuch() {
        bench.replug = new Replug(devices, LONG, Duration.ZERO, LONG);
        bringBack(FakeKey.usb("2"));
        bench.hands = instruction -> {
            if (instruction instanceof Instruction.Swap) {
                reader.remove(broughtBack);
            } else {
                obey(instruction);
            }
        };
        assertFailedUnerased(perform(), RunProblem.NOT_PUT_BACK);
    }

    @Test
    void withoutSerialTheSameModelOfTheSameMakerIsTakenForTheSame() {
        key.serial = Optional.empty();
        assertEquals(Outcome.PROVISIONED, perform().outcome());
    }

    @Test
    void whereNobodyIsItIsToldAtOnceThatItCannotBeErased() {
        bench.replug = null;
        assertFailedUnerased(perform(), DeviceProblem.RESET_NOT_POSSIBLE);
        assertEquals(0, takenOut);
    }

    @Test
    void aKeyThatIsLeftInIsNotErased() {
        bench.replug = new Replug(devices, Duration.ZERO, LONG, LONG);
        bench.hands = instruction -> {};
        assertFailedUnerased(perform(), RunProblem.NOT_TAKEN_OUT);
    }

    @Test
    void aKeyThatDoesNotComeBackFailsThePerson() {
        bench.replug = new Replug(devices, LONG, Duration.ZERO, LONG);
        bench.hands = instruction -> {
            if (instruction instanceof Instruction.TakeOut) {
                reader.remove(key);
            }
        };
        assertFailedUnerased(perform(), RunProblem.NOT_PUT_BACK);
        assertEquals(List.of(), bench.cameBack);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET_TOO_LATE", "NOT_TOUCHED"})
    void aMissedWindowOrTouchIsGuidedThroughOnceMore(DeviceProblem missed) {
        refuseReset(missed);
        bench.hands = instruction -> {
            if (instruction instanceof Instruction.TakeOut && takenOut == 1) {
                key.recover();
            }
            obey(instruction);
        };
        assertEquals(Outcome.PROVISIONED, perform().outcome());
        assertEquals(2, takenOut);
        assertEquals(List.of(Problem.of(missed)), bench.missed);
        assertEquals(1, key.threads.size());
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET_TOO_LATE", "NOT_TOUCHED"})
    void aWindowOrTouchMissedTwiceEndsTheAttempt(DeviceProblem missed) {
        refuseReset(missed);
        assertFailedUnerased(perform(), missed);
        assertEquals(2, takenOut);
    }

    @Test
    void afterTheWindowTheKeyIsNotEvenAsked() {
        bench.replug = new Replug(devices, LONG, LONG, Duration.ZERO);
        assertFailedUnerased(perform(), DeviceProblem.RESET_TOO_LATE);
        assertFalse(key.acts.contains(Act.RESET));
    }

    @Test
    void anyOtherRefusalIsNotTriedAgain() {
        refuseReset(DeviceProblem.RESET_NOT_POSSIBLE);
        assertFailedUnerased(perform(), DeviceProblem.RESET_NOT_POSSIBLE);
        assertEquals(1, takenOut);
    }

    @Test
    void aKeyThatAnotherProgramHoldsAfterItCameBackFailsThePerson() {
        bench.hands = instruction -> {
            obey(instruction);
            if (instruction instanceof Instruction.TakeOut) {
                key.obstacle = Optional.of(Problem.of(DeviceProblem.BUSY));
            }
        };
        assertFailedUnerased(perform(), DeviceProblem.BUSY);
    }

    @Test
    void aKeyPulledOutDuringTheErasingIsLostAndNotAskedForAgain() {
        key.troubledBy(Act.RESET, Trouble.LOST_AFTER);
        OutcomeRecord outcome = perform();
        assertEquals(Outcome.FAILED, outcome.outcome());
        assertTrue(outcome.problem().orElseThrow().is(DeviceProblem.GONE));
        assertEquals(1, takenOut);
        assertTrue(bench.directoryIsClean());
    }

    @Test
    void aKeyPulledOutLaterLeavesWhatCannotBeUndone() {
        key.troubledBy(Act.MAKE, Trouble.LOST_BEFORE);
        OutcomeRecord outcome = perform();
        assertEquals(Outcome.UNCLEAR, outcome.outcome());
        assertTrue(outcome.notes().stream().anyMatch(note -> note.is(RunProblem.LEFT_PIN_ON_DEVICE)));
        assertTrue(bench.directoryIsClean());
    }

    @Test
    void undoingDeletesWhatItCanAndDoesNotAskToTakeTheKeyOutAgain() {
        bench.directory.failingAt(Call.COMPLETE, Mishap.REFUSED);
        OutcomeRecord outcome = perform();
        assertEquals(Outcome.UNCLEAR, outcome.outcome());
        assertTrue(outcome.notes().stream().allMatch(note -> note.is(RunProblem.LEFT_PIN_ON_DEVICE)));
        assertTrue(key.credentials.isEmpty());
        assertEquals(1, takenOut);
        assertEquals(1, key.threads.size());
    }

    @Test
    void stoppingWhileTheKeyIsToBeTakenOutEndsTheWaiting() {
        bench.hands = instruction -> bench.stop.raise();
        assertFailedUnerased(perform(), RunProblem.STOPPED);
    }

    @Test
    void stoppingWhileTheKeyIsToBePutBackEndsTheWaiting() {
        bench.hands = instruction -> {
            if (instruction instanceof Instruction.TakeOut) {
                reader.remove(key);
            } else {
                bench.stop.raise();
            }
        };
        assertFailedUnerased(perform(), RunProblem.STOPPED);
    }

    private OutcomeRecord perform() {
        return bench.performOn(devices, reader.insert(key, "Port 1"));
    }

    private void obey(Instruction instruction) {
        switch (instruction) {
            case Instruction.TakeOut out -> {
                takenOut++;
                reader.remove(key);
            }
            case Instruction.PutBack back -> reader.insert(broughtBack, "Port 2");
            case Instruction.Swap swap -> {
                reader.remove(broughtBack);
                reader.insert(key, "Port 3");
            }
            default -> {}
        }
    }

    private Stream<Instruction.Swap> swaps() {
        return bench.instructions.stream()
                .filter(Instruction.Swap.class::isInstance)
                .map(Instruction.Swap.class::cast);
    }

    private void bringBack(FakeKey other) {
        broughtBack = other;
    }

    private void refuseReset(DeviceProblem problem) {
        key.troubledBy(Act.RESET, Trouble.REFUSED).refusal = Problem.of(problem);
    }

    private void assertSwapped(String inserted, String wanted) {
        assertEquals(Outcome.PROVISIONED, perform().outcome());
        List<Instruction.Swap> told = swaps().toList();
        assertEquals(1, told.size());
        assertEquals(inserted, told.getFirst().inserted());
        assertEquals(wanted, told.getFirst().wanted());
        assertFalse(key.credentials.containsKey(SOMEBODYS));
        assertTrue(broughtBack.hasPin());
        assertFalse(broughtBack.acts.contains(Act.RESET));
        assertEquals(1, takenOut);
    }

    private void assertFailedUnerased(OutcomeRecord outcome, ProblemCode code) {
        assertEquals(Outcome.FAILED, outcome.outcome());
        assertTrue(outcome.problem().orElseThrow().is(code), outcome.problem()::toString);
        assertTrue(key.credentials.containsKey(SOMEBODYS));
        assertEquals(new Instruction.None(), bench.instructions.getLast());
    }

    private static Instruction touch() {
        return new Instruction.Touch(Duration.ofSeconds(30));
    }
}
