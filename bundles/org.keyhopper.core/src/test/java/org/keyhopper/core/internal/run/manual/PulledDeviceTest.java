package org.keyhopper.core.internal.run.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.fake.Act;
import org.keyhopper.core.fake.FakeDirectory.Call;
import org.keyhopper.core.fake.FakeDirectory.Mishap;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.Trouble;
import org.keyhopper.core.internal.ceremony.CeremonyBench;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunSnapshot;

@Execution(ExecutionMode.CONCURRENT)
class PulledDeviceTest {

    private final RunBench bench = new RunBench();

    @AfterEach
    void close() {
        bench.close();
    }

    /** Anna's device leaves in this act, and the reader reports it. */
    private FakeKey pulledIn(Act act, Trouble trouble) {
        bench.start("anna", "bert");
        FakeKey key = bench.insertFor("anna");
        key.troubledBy(act, trouble);
        bench.choose(Choice.PROVISION).await(RunPhase.DEVICE_PULLED, "anna");
        bench.reader.remove(key);
        return key;
    }

    private FakeKey unclear() {
        return pulledIn(Act.SIGN, Trouble.LOST_BEFORE);
    }

    /** The device leaves while the directory registers its passkey, and the directory does not say that it did. */
    private FakeKey registered() {
        bench.start("anna", "bert");
        FakeKey key = bench.insertFor("anna");
        bench.directory.beforeComplete = () -> bench.reader.remove(key);
        bench.directory.failingAt(Call.COMPLETE, Mishap.UNCLEAR_BUT_DONE).failingAt(Call.LIST, Mishap.REFUSED);
        bench.choose(Choice.PROVISION).await(RunPhase.DEVICE_PULLED, "anna");
        bench.directory.recover();
        return key;
    }

    private void putBack(FakeKey key) {
        key.recover();
        bench.reader.insert(key);
    }

    @ParameterizedTest
    @EnumSource(
            value = Act.class,
            names = {"SET_PIN", "MAKE", "SIGN", "MINIMUM", "FORCE_CHANGE"})
    void whereverItIsPulledTheRunWaitsAndNamesPersonAndDevice(Act act) {
        bench.start(CeremonyBench.EVERYTHING, "anna", "bert");
        FakeKey key = bench.insertFor("anna");
        key.troubledBy(act, Trouble.LOST_BEFORE);
        RunSnapshot pulled = bench.choose(Choice.PROVISION).await(RunPhase.DEVICE_PULLED, "anna");
        bench.reader.remove(key);
        assertTrue(pulled.choices().contains(Choice.SET_ASIDE));
        assertEquals(
                DeviceKind.CONTACT_CARD, pulled.device().orElseThrow().link().kind());
        bench.reader.report();
        assertEquals(RunPhase.DEVICE_PULLED, bench.run.snapshot().phase());
        assertTrue(bench.run.snapshot().device().isPresent());
    }

    @Test
    void aKeyThatIsPulledIsWaitedForToo() {
        bench.start("anna", "bert").await(RunPhase.INSERT_DEVICE);
        FakeKey key = FakeKey.newUsb("7");
        bench.reader.insert(key);
        bench.await(RunPhase.READY);
        key.troubledBy(Act.MAKE, Trouble.LOST_AFTER);
        bench.choose(Choice.PROVISION).await(RunPhase.DEVICE_PULLED, "anna");
    }

    @Test
    void aCardThatIsPulledBeforeAnythingWasDoneFailedAndCanBeTriedAgain() {
        bench.start("anna", "bert");
        FakeKey key = bench.insertFor("anna");
        bench.reader.removeUnnoticed(key);
        RunSnapshot pulled = bench.choose(Choice.PROVISION).await(RunPhase.DEVICE_PULLED, "anna");
        assertEquals(Set.of(Choice.TRY_AGAIN, Choice.SET_ASIDE, Choice.STOP), pulled.choices());
        bench.reader.remove(key);
        putBack(key);
        bench.choose(Choice.TRY_AGAIN).await(RunPhase.READY, "anna");
        bench.provision();
        assertEquals(Outcome.PROVISIONED, bench.outcomes().getFirst());
    }

    @Test
    void aCardThatIsPulledWhileTheDirectoryRegistersIsWaitedFor() {
        bench.start("anna", "bert");
        FakeKey key = bench.insertFor("anna");
        bench.directory.beforeComplete = () -> bench.reader.remove(key);
        bench.choose(Choice.PROVISION);
        bench.await(RunPhase.DEVICE_PULLED, "anna");
    }

    @Test
    void somebodyUnclearIsOfferedToBeReconciled() {
        unclear();
        assertEquals(Outcome.UNCLEAR, bench.outcomes().getFirst());
        assertEquals(
                Set.of(Choice.RECONCILE, Choice.SET_ASIDE, Choice.STOP),
                bench.run.snapshot().choices());
    }

    @Test
    void anotherDeviceIsNotTakenForTheNextPerson() {
        unclear();
        FakeKey stranger = new FakeKey();
        bench.reader.insert(stranger);
        bench.choose(Choice.SET_ASIDE).await(RunPhase.REMOVE_DEVICE, "bert");
        bench.reader.remove(stranger);
        bench.insertFor("bert");
        assertEquals(List.of(Outcome.UNCLEAR, Outcome.PENDING), bench.outcomes());
        assertTrue(stranger.isBlank());
    }

    @Test
    void setAsideThePersonStaysUnclearAndTheNextOneComes() {
        unclear();
        bench.choose(Choice.SET_ASIDE);
        bench.insertFor("bert");
        bench.choose(Choice.PROVISION);
        assertEquals(new Tally(2, 1, 0, 0, 0, 1), bench.ended());
    }

    @Test
    void reconcilingBeginsWhenTheCardIsBack() {
        FakeKey key = registered();
        bench.choose(Choice.RECONCILE).await(RunPhase.PUT_BACK, "anna");
        putBack(key);
        bench.await(RunPhase.REMOVE_PROVISIONED, "anna");
        assertEquals(Outcome.PROVISIONED, bench.outcomes().getFirst());
        bench.change(key, "bert");
    }

    @Test
    void aCardThatIsBackAlreadyIsReconciledAtOnce() {
        FakeKey key = registered();
        putBack(key);
        bench.choose(Choice.RECONCILE).await(RunPhase.REMOVE_PROVISIONED, "anna");
    }

    @Test
    void anotherCardChangesNothingAndTheRightOneIsStillWaitedFor() {
        FakeKey key = registered();
        bench.choose(Choice.RECONCILE).await(RunPhase.PUT_BACK, "anna");
        FakeKey stranger = new FakeKey();
        bench.reader.insert(stranger);
        RunSnapshot again = bench.await(
                snapshot -> snapshot.phase() == RunPhase.PUT_BACK
                        && snapshot.notice().isPresent(),
                "the notice about another device");
        assertTrue(again.notice().orElseThrow().is(DeviceProblem.DIFFERENT_DEVICE));
        assertEquals(1, bench.directory.passkeys.size());
        assertTrue(stranger.isBlank());
        bench.reader.remove(stranger);
        putBack(key);
        bench.await(RunPhase.REMOVE_PROVISIONED, "anna");
    }

    @Test
    void whatTheDirectoryDoesNotKnowIsTakenOffTheCardAndThePersonFailed() {
        FakeKey key = unclear();
        putBack(key);
        bench.choose(Choice.RECONCILE).await(RunPhase.REMOVE_FAILED, "anna");
        assertEquals(Outcome.FAILED, bench.outcomes().getFirst());
        assertTrue(key.isBlank());
        bench.choose(Choice.TRY_NEW_DEVICE).await(RunPhase.REMOVE_DEVICE, "anna");
        bench.change(key, "anna");
    }

    @Test
    void aCardThatIsToBeCleanedIsNotConfusedWithAnother() {
        FakeKey key = pulledIn(Act.MAKE, Trouble.LOST_AFTER);
        bench.choose(Choice.RECONCILE).await(RunPhase.PUT_BACK, "anna");
        FakeKey stranger = FakeKey.withPin("4711");
        bench.reader.insert(stranger);
        bench.await(snapshot -> snapshot.notice().isPresent(), "the notice about another device");
        assertEquals(Outcome.UNCLEAR, bench.outcomes().getFirst());
        bench.reader.remove(stranger);
        putBack(key);
        bench.await(RunPhase.REMOVE_FAILED, "anna");
        assertTrue(key.isBlank());
    }

    @Test
    void aDirectoryThatCannotBeReachedLeavesThePersonUnclearAndTheCardAwaited() {
        FakeKey key = registered();
        putBack(key);
        bench.directory.failingAt(Call.LIST, Mishap.REFUSED);
        bench.choose(Choice.RECONCILE);
        bench.await(
                snapshot -> snapshot.phase() == RunPhase.DEVICE_PULLED
                        && snapshot.notice().isPresent(),
                "the reason");
        assertEquals(Outcome.UNCLEAR, bench.outcomes().getFirst());
    }

    @Test
    void theLastPersonsCardIsWaitedForToo() {
        bench.start("anna");
        FakeKey key = bench.insertFor("anna");
        key.troubledBy(Act.SIGN, Trouble.LOST_BEFORE);
        bench.choose(Choice.PROVISION).await(RunPhase.DEVICE_PULLED);
        bench.reader.remove(key);
        bench.choose(Choice.SET_ASIDE);
        assertEquals(new Tally(1, 0, 0, 0, 0, 1), bench.endedByItself());
    }

    @Test
    void whoStopsIsNotAskedForACard() {
        unclear();
        bench.choose(Choice.STOP);
        bench.endedByItself();
        assertEquals(RunPhase.HALTED, bench.run.snapshot().phase());
    }
}
