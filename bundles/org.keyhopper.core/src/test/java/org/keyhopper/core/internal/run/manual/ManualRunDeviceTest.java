package org.keyhopper.core.internal.run.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.FakeReader;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunPhase;

/** How a manual run follows what is inserted and removed. */
class ManualRunDeviceTest {

    private final RunBench bench = new RunBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aDeviceThatIsDoneWithMustBeTakenOutFirst() {
        bench.start("anna", "bert");
        FakeKey first = bench.insertFor("anna");
        bench.provision();
        FakeKey second = new FakeKey();
        bench.reader.insert(second, "Reader B");
        bench.reader.report();
        assertEquals(RunPhase.REMOVE_PROVISIONED, bench.run.snapshot().phase());
        bench.reader.remove(first);
        bench.await(RunPhase.READY, "bert");
    }

    @Test
    void theLastPersonsDeviceStaysOnTheScreenUntilItIsTakenOut() {
        bench.start("anna");
        FakeKey only = bench.insertFor("anna");
        bench.provision();
        assertTrue(bench.run.snapshot().device().isPresent());
        assertFalse(bench.run.ended().isDone());
        bench.reader.remove(only);
        assertEquals(new Tally(1, 1, 0, 0, 0, 0), bench.endedByItself());
    }

    @Test
    void whoStopsDoesNotHaveToTakeTheLastDeviceOut() {
        bench.start("anna");
        bench.insertFor("anna");
        bench.provision();
        bench.choose(Choice.STOP).endedByItself();
        assertEquals(RunPhase.COMPLETED, bench.run.snapshot().phase());
    }

    @Test
    void theNewestDeviceWins() {
        bench.start("anna");
        FakeKey first = bench.insertFor("anna");
        FakeKey second = new FakeKey();
        second.serial = Optional.of("2");
        bench.reader.insert(second, "Reader B");
        bench.await(
                snapshot -> snapshot.phase() == RunPhase.READY
                        && snapshot.device().orElseThrow().link().serial().isPresent(),
                "the second device");
        bench.choose(Choice.PROVISION);
        bench.ended();
        assertEquals(1, second.credentials.size());
        assertTrue(first.isBlank());
    }

    @Test
    void aDeviceSwappedWhileReadyIsIdentifiedAnew() {
        bench.start("anna");
        FakeKey first = bench.insertFor("anna");
        bench.reader.remove(first);
        bench.await(RunPhase.INSERT_DEVICE);
        assertTrue(bench.run.snapshot().device().isEmpty());
        bench.reader.insert(FakeKey.withPin("4711"));
        bench.await(RunPhase.ALREADY_PROVISIONED);
    }

    @Test
    void onlyTheChosenReaderIsLookedAt() {
        bench.start("anna").await(RunPhase.INSERT_DEVICE);
        bench.choose(Choice.STOP).ended();
        bench.again("Reader B").await(RunPhase.INSERT_DEVICE);
        bench.reader.insert(new FakeKey(), "Reader A");
        FakeKey right = new FakeKey();
        bench.reader.insert(right, "Reader B");
        bench.await(RunPhase.READY);
        bench.choose(Choice.PROVISION).ended();
        assertEquals(1, right.credentials.size());
    }

    @Test
    void aDeviceThatLeavesWhileItIsReadIsTakenForGoneNotForUnusable() {
        bench.start("anna").await(RunPhase.INSERT_DEVICE);
        FakeKey key = new FakeKey();
        key.obstacle = Optional.of(Problem.of(DeviceProblem.GONE));
        bench.reader.insert(key);
        bench.await(RunPhase.REMOVE_DEVICE);
        bench.reader.remove(key);
        bench.await(RunPhase.INSERT_DEVICE);
        assertEquals(List.of(Outcome.PENDING), bench.outcomes());
    }

    @Test
    void whatATransportLacksIsShownWhileADeviceIsWaitedForAndGoesAway() {
        bench.start("anna").await(RunPhase.INSERT_DEVICE);
        bench.reader.fail(Problem.of(DeviceProblem.SERVICE_UNAVAILABLE));
        bench.await(snapshot -> snapshot.notice().isPresent(), "the notice");
        bench.choose(Choice.STOP).ended();
        bench.again()
                .await(
                        snapshot -> snapshot.phase() == RunPhase.INSERT_DEVICE
                                && snapshot.notice().isPresent(),
                        "the notice at once");
        bench.reader.report();
        bench.await(snapshot -> snapshot.notice().isEmpty(), "no notice");
    }

    @Test
    void aTransportThatVanishesTakesItsDevicesWithItAndMayComeBack() {
        bench.start("anna");
        FakeKey key = bench.insertFor("anna");
        bench.station.remove(bench.reader);
        bench.await(RunPhase.INSERT_DEVICE);
        FakeReader other = new FakeReader("other");
        bench.station.add(other);
        bench.reader.remove(key);
        other.insert(new FakeKey());
        bench.await(RunPhase.READY);
        bench.provision();
        other.clear();
        assertEquals(new Tally(1, 1, 0, 0, 0, 0), bench.ended());
    }
}
