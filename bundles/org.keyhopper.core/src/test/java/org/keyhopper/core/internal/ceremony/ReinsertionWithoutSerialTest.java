package org.keyhopper.core.internal.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyhopper.core.internal.ceremony.ReinsertionBench.FORMER;
import static org.keyhopper.core.internal.ceremony.ReinsertionBench.LONG;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.DeviceLabel;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.fake.Act;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.inventory.InventoryEntry.State;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.run.RunProblem;

/** Keys of one model without serial numbers: only the one that was shown, or that the operator confirms, is reset. */
class ReinsertionWithoutSerialTest {

    private static final CredentialId OTHERS = CredentialId.of(new byte[] {8});

    private final ReinsertionBench desk = new ReinsertionBench();
    private final FakeKey other = FakeKey.usb("");

    @BeforeEach
    void takeAwaySerial() {
        desk.key.serial = Optional.empty();
        other.credentials.put(OTHERS, "login.example");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aKeyOfTheInventoryIsProvedByItsCredential() {
        enter(FORMER, State.IN_USE);
        assertEquals(Outcome.PROVISIONED, desk.perform().outcome());
        assertTrue(desk.bench.confirmations.isEmpty());
        assertEquals(State.RESET, stateOf(FORMER));
    }

    @Test
    void aKeyWhosePasskeyWasRevokedIsProvedByItAllTheSame() {
        enter(FORMER, State.REVOKED);
        desk.bench.confirmation = null;
        OutcomeRecord outcome = desk.perform();
        assertEquals(Outcome.PROVISIONED, outcome.outcome());
        assertEquals(State.REVOKED, stateOf(FORMER));
        assertEquals(List.of(), outcome.notes());
    }

    @Test
    void anotherUsedKeyInItsPlaceIsNotReset() {
        enter(FORMER, State.IN_USE);
        desk.bringBack(other);
        assertSwapped();
    }

    @Test
    void aUsedKeyOfTheInventoryInItsPlaceIsNotReset() {
        enter(FORMER, State.IN_USE);
        enter(OTHERS, State.IN_USE);
        desk.bringBack(other);
        assertSwapped();
        assertEquals(List.of(State.RESET, State.IN_USE), List.of(stateOf(FORMER), stateOf(OTHERS)));
    }

    @Test
    void aBlankKeyInItsPlaceIsNotReset() {
        enter(FORMER, State.IN_USE);
        desk.bringBack(FakeKey.newUsb(""));
        assertEquals(Outcome.PROVISIONED, desk.perform().outcome());
        assertEquals(1, desk.swaps().count());
        assertFalse(desk.broughtBack.acts.contains(Act.RESET));
    }

    @Test
    void whereNothingProvesItTheOperatorConfirmsItWhileItIsOut() {
        desk.bench.confirmation = question -> {
            assertTrue(desk.devices.snapshot().links().isEmpty());
            return Optional.of(ReinsertionBench.LABEL);
        };
        assertEquals(Outcome.PROVISIONED, desk.perform().outcome());
        assertEquals(1, desk.bench.confirmations.size());
        assertEquals("Fake key", desk.bench.confirmations.getFirst().model());
        assertTrue(desk.bench.instructions.contains(new Instruction.ConfirmDevice(LONG)));
        assertEquals(
                Optional.of("printed: 4711-0815"),
                desk.bench.store.journal.last().fact(JournalFacts.LABEL));
    }

    @Test
    void aConfirmedKeyThatTurnsOutToBeAnothersIsNotReset() {
        enter(OTHERS, State.IN_USE);
        desk.bringBack(other);
        assertSwapped();
        assertEquals(State.IN_USE, stateOf(OTHERS));
    }

    @Test
    void aConfirmedKeyThatSaysSomethingElseOfItselfIsNotReset() {
        desk.bringBack(FakeKey.newUsb(""));
        assertEquals(Outcome.PROVISIONED, desk.perform().outcome());
        assertEquals(1, desk.swaps().count());
        assertFalse(desk.broughtBack.acts.contains(Act.RESET));
    }

    @Test
    void whatTheOperatorDoesNotConfirmIsNotReset() {
        desk.bench.confirmation = question -> Optional.empty();
        desk.assertFailedWithoutReset(desk.perform(), DeviceProblem.NOT_CONFIRMED);
    }

    @Test
    void anAnswerThatNeverComesIsNotWaitedForWithoutEnd() {
        desk.bench.reinsertion = desk.bench.reinsertion(
                desk.devices, new org.keyhopper.core.internal.reset.Reinsertion.Times(LONG, LONG, Duration.ZERO, LONG));
        desk.bench.confirmation = question -> never();
        desk.assertFailedWithoutReset(desk.perform(), DeviceProblem.NOT_CONFIRMED);
    }

    @Test
    void stoppingEndsTheQuestion() {
        desk.bench.confirmation = question -> {
            desk.bench.stop.cancel();
            return never();
        };
        desk.assertFailedWithoutReset(desk.perform(), RunProblem.STOPPED);
    }

    @Test
    void withoutAnOperatorToAskItIsRefusedBeforeTheRemoval() {
        desk.bench.confirmation = null;
        desk.assertFailedWithoutReset(desk.perform(), DeviceProblem.CANNOT_TELL_APART);
        assertEquals(0, desk.takenOut);
    }

    @Test
    void withoutAnOperatorToAskAProvedKeyIsReset() {
        desk.bench.confirmation = null;
        enter(FORMER, State.IN_USE);
        assertEquals(Outcome.PROVISIONED, desk.perform().outcome());
    }

    @Test
    void otherKeysMustBeRemovedBeforeTheQuestion() {
        desk.reader.insert(other, "Port 9");
        desk.bench.hands = instruction -> {
            if (instruction instanceof Instruction.RemoveOthers(Duration left, List<String> devices)) {
                assertEquals(List.of("Fake key"), devices);
                desk.reader.remove(other);
            } else {
                desk.obey(instruction);
            }
        };
        desk.bench.confirmation = question -> {
            assertTrue(desk.devices.snapshot().links().isEmpty());
            return Optional.of(new DeviceLabel.NothingPrinted());
        };
        assertEquals(Outcome.PROVISIONED, desk.perform().outcome());
        assertTrue(other.hasPin());
    }

    @Test
    void aKeyThatIsProvedIsResetOnlyWhenItIsTheOnlyOne() {
        enter(FORMER, State.IN_USE);
        desk.bench.hands = instruction -> {
            if (instruction instanceof Instruction.PutBack) {
                desk.reader.insert(other, "Port 9");
            } else if (instruction instanceof Instruction.Swap) {
                desk.reader.insert(desk.key, "Port 2");
            } else if (instruction instanceof Instruction.RemoveOthers) {
                assertFalse(desk.key.acts.contains(Act.RESET));
                desk.reader.remove(other);
            } else {
                desk.obey(instruction);
            }
        };
        assertEquals(Outcome.PROVISIONED, desk.perform().outcome());
        assertTrue(desk.bench.instructions.stream().anyMatch(Instruction.RemoveOthers.class::isInstance));
        assertTrue(other.hasPin());
    }

    @Test
    void otherKeysThatStayInEndTheAttempt() {
        enter(FORMER, State.IN_USE);
        desk.bench.reinsertion = desk.reinsertion(LONG, Duration.ZERO, LONG);
        desk.reader.insert(other, "Port 9");
        OutcomeRecord outcome = desk.perform();
        desk.assertFailedWithoutReset(outcome, RunProblem.OTHERS_NOT_REMOVED);
        assertEquals(List.of("Fake key"), outcome.problem().orElseThrow().arguments());
        assertTrue(other.hasPin());
    }

    @Test
    void thatTheFormerHoldersPasskeyIsStillRegisteredIsNoted() {
        enter(FORMER, State.IN_USE);
        assertEquals(
                List.of(Problem.of(RunProblem.PASSKEY_STILL_REGISTERED, "Zoe", "entra", FORMER.base64Url())),
                desk.perform().notes());
    }

    private void assertSwapped() {
        assertEquals(Outcome.PROVISIONED, desk.perform().outcome());
        assertEquals(1, desk.swaps().count());
        assertFalse(desk.key.credentials.containsKey(FORMER));
        assertTrue(other.credentials.containsKey(OTHERS));
        assertFalse(other.acts.contains(Act.RESET));
    }

    private static Optional<DeviceLabel> never() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private State stateOf(CredentialId credential) {
        return desk.bench.store.inventory.find(credential).orElseThrow().state();
    }

    private void enter(CredentialId credential, State state) {
        desk.bench.store.inventory.put(new InventoryEntry(
                credential,
                "login.example",
                FakeKey.AAGUID,
                "Fake",
                Optional.empty(),
                "entra",
                "zoe",
                "Zoe",
                "p",
                new RecipientId(new RequestId("R0"), 1),
                state,
                Instant.EPOCH));
    }
}
