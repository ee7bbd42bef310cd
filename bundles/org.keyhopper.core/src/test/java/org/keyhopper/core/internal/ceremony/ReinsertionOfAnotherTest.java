package org.keyhopper.core.internal.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyhopper.core.internal.ceremony.ReinsertionBench.FORMER;
import static org.keyhopper.core.internal.ceremony.ReinsertionBench.LONG;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.fake.Act;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.run.RunProblem;

/** Another key is put back than was taken out. */
class ReinsertionOfAnotherTest {

    private final ReinsertionBench desk = new ReinsertionBench();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aKeyWithAnotherSerialIsSwappedForTheRightOne() {
        desk.bringBack(FakeKey.usb("2"));
        assertSwapped("2", "1");
        assertEquals(List.of(), desk.broughtBack.acts);
        assertEquals(
                List.of(new LinkId("fake", "Port 2", 2), new LinkId("fake", "Port 3", 3)),
                desk.bench.reinserted,
                "both must be taken out in the end");
    }

    @Test
    void aKeyOfAnotherMakerIsSwappedForTheRightOne() {
        desk.key.serial = Optional.empty();
        desk.bringBack(FakeKey.usb(""));
        desk.broughtBack.fingerprint = "1050:0407";
        assertSwapped("", "");
    }

    @Test
    void aKeyOfAnotherModelIsSwappedForTheRightOne() {
        desk.key.serial = Optional.empty();
        desk.bringBack(FakeKey.usb(""));
        desk.broughtBack.aaguid = new UUID(1, 2);
        assertSwapped("", "");
    }

    @Test
    void aKeyWithoutNumberThatSaysSomethingElseOfItselfIsSwappedForTheRightOne() {
        desk.key.serial = Optional.empty();
        desk.bringBack(FakeKey.usb(""));
        desk.broughtBack.slots = OptionalInt.of(3);
        assertSwapped("", "");
    }

    @Test
    void severalOthersOneAfterTheOtherAreEachReported() {
        desk.bringBack(FakeKey.usb("2"));
        FakeKey third = FakeKey.usb("3");
        desk.bench.hands = instruction -> {
            if (instruction instanceof Instruction.Swap(Duration left, String inserted, String wanted)
                    && inserted.equals("2")) {
                desk.reader.remove(desk.broughtBack);
                desk.reader.insert(third, "Port 4");
            } else if (instruction instanceof Instruction.RemoveOthers) {
                desk.reader.remove(third);
            } else {
                desk.obey(instruction);
            }
        };
        assertEquals(Outcome.PROVISIONED, desk.perform().outcome());
        assertEquals(
                List.of("2", "3"), desk.swaps().map(Instruction.Swap::inserted).toList());
        assertFalse(third.acts.contains(Act.RESET));
    }

    @Test
    void thatOthersKeepComingEndsTheWaitToo() {
        desk.bench.reinsertion = desk.reinsertion(LONG, Duration.ZERO, LONG);
        desk.bringBack(FakeKey.usb("2"));
        FakeKey third = FakeKey.usb("3");
        desk.bench.hands = instruction -> {
            if (instruction instanceof Instruction.Swap) {
                desk.reader.insert(third, "Port 4");
            } else {
                desk.obey(instruction);
            }
        };
        desk.assertFailedWithoutReset(desk.perform(), DeviceProblem.DIFFERENT_DEVICE);
        assertEquals(1, desk.swaps().count());
        assertTrue(third.hasPin());
    }

    @Test
    void anotherKeyThatIsLeftInFailsTheRecipientAndIsNotReset() {
        desk.bench.reinsertion = desk.reinsertion(LONG, Duration.ZERO, LONG);
        desk.bringBack(FakeKey.usb("2"));
        desk.bench.hands = instruction -> {
            if (!(instruction instanceof Instruction.Swap)) {
                desk.obey(instruction);
            }
        };
        desk.assertFailedWithoutReset(desk.perform(), DeviceProblem.DIFFERENT_DEVICE);
        assertTrue(desk.broughtBack.hasPin());
    }

    @Test
    void theRightKeyThatIsNotInsertedAfterAnotherIsReportedAsSuch() {
        desk.bench.reinsertion = desk.reinsertion(LONG, Duration.ZERO, LONG);
        desk.bringBack(FakeKey.usb("2"));
        desk.bench.hands = instruction -> {
            if (instruction instanceof Instruction.Swap) {
                desk.reader.remove(desk.broughtBack);
            } else {
                desk.obey(instruction);
            }
        };
        desk.assertFailedWithoutReset(desk.perform(), RunProblem.NOT_PUT_BACK);
    }

    @Test
    void aKeyThatIsRemovedWhileItIsComparedIsWaitedFor() {
        desk.bench.hands = instruction -> {
            if (!(instruction instanceof Instruction.PutBack)) {
                desk.obey(instruction);
            } else if (putBacks() == 1) {
                desk.reader.insert(desk.key, "Port 2");
                desk.reader.removeUnnoticed(desk.key);
            } else {
                desk.reader.remove(desk.key);
                desk.reader.insert(desk.key, "Port 3");
            }
        };
        assertEquals(Outcome.PROVISIONED, desk.perform().outcome());
        assertEquals(2, putBacks());
        assertEquals(0, desk.swaps().count());
    }

    @Test
    void aKeyThatIsRemovedEachTimeEndsTheWait() {
        desk.bench.reinsertion = desk.reinsertion(LONG, Duration.ZERO, LONG);
        desk.bench.hands = instruction -> {
            desk.obey(instruction);
            if (instruction instanceof Instruction.PutBack) {
                desk.reader.removeUnnoticed(desk.key);
            }
        };
        desk.assertFailedWithoutReset(desk.perform(), RunProblem.NOT_PUT_BACK);
        assertEquals(1, putBacks());
    }

    private long putBacks() {
        return desk.bench.instructions.stream()
                .filter(Instruction.PutBack.class::isInstance)
                .count();
    }

    private void assertSwapped(String inserted, String wanted) {
        assertEquals(Outcome.PROVISIONED, desk.perform().outcome());
        List<Instruction.Swap> swaps = desk.swaps().toList();
        assertEquals(1, swaps.size());
        assertEquals(inserted, swaps.getFirst().inserted());
        assertEquals(wanted, swaps.getFirst().wanted());
        assertFalse(desk.key.credentials.containsKey(FORMER));
        assertTrue(desk.broughtBack.hasPin());
        assertFalse(desk.broughtBack.acts.contains(Act.RESET));
        assertEquals(1, desk.takenOut);
    }
}
