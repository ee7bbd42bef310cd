package org.keyhopper.core.internal.run.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.CancelSignal;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.device.DeviceManagement;
import org.keyhopper.core.device.ResetOrder;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunSnapshot;

/** What may be done to a device that a run has before it, and what the run then shows of it. */
class DeviceManagementDuringRunTest {

    private final RunBench bench = new RunBench();
    private final DeviceManagement deviceManagement = bench.station.deviceManagement();
    private final FakeKey key = new FakeKey();
    private LinkId link;

    @BeforeEach
    void begin() {
        bench.start("anna", "bert").await(RunPhase.INSERT_DEVICE, "anna");
        link = bench.reader.insert(key, "Reader A");
        bench.await(RunPhase.READY, "anna");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aDeviceBeforeARunIsLookedAtButNotChanged() {
        assertTrue(deviceManagement.inspect(link).result().isPresent());
        assertInUse(deviceManagement.setPin(link, Secret.of("123456")));
        assertInUse(deviceManagement.reset(
                new ResetOrder(link, List.of(), told -> {}, missed -> {}, Optional.empty(), new CancelSignal())));
        assertFalse(key.hasPin());
    }

    @Test
    void onceTheRunIsOverItCanBeChanged() {
        bench.choose(Choice.STOP).endedByItself();
        assertTrue(deviceManagement.setPin(link, Secret.of("123456")).result().isPresent());
    }

    @Test
    void anotherDeviceCanBeChangedMeanwhile() {
        bench.choose(Choice.PROVISION);
        bench.await(RunPhase.REMOVE_PROVISIONED, "anna");
        LinkId other = bench.reader.insert(new FakeKey(), "Reader B");
        assertTrue(deviceManagement.setPin(other, Secret.of("123456")).result().isPresent());
    }

    @Test
    void afterACeremonyTheDeviceIsShownAsItIsNow() {
        bench.choose(Choice.PROVISION);
        RunSnapshot after = bench.await(
                snapshot ->
                        snapshot.phase() == RunPhase.REMOVE_PROVISIONED && shows(snapshot, DeviceFacts::isProvisioned),
                "a second look");
        DeviceFacts facts = after.device().orElseThrow();
        assertTrue(facts.info().orElseThrow().isPinSet());
        assertEquals("id-anna", facts.known().orElseThrow().userId());
    }

    private static boolean shows(RunSnapshot snapshot, Predicate<DeviceFacts> what) {
        return snapshot.device().filter(what).isPresent();
    }

    private static void assertInUse(Answer<?> answer) {
        boolean refused = answer instanceof Answer.Failed<?>(Problem problem) && problem.is(RunProblem.DEVICE_IN_USE);
        assertTrue(refused, answer::toString);
    }
}
