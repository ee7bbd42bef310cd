package org.keyhopper.host.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.Run;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunSnapshot;
import org.keyhopper.ui.fakes.DeviceSamples;
import org.keyhopper.ui.fakes.FakeRun;
import org.keyhopper.ui.fakes.Samples;

class HeadlessChooserTest {

    private static final ProvisioningRequest REQUEST = Samples.request("R1", 3, 1);

    private final FakeRun run = new FakeRun(Samples.insert(REQUEST));
    private final CompletableFuture<Run> started = CompletableFuture.completedFuture(run);
    private final List<Problem> reported = new ArrayList<>();

    private FakeRun with(OnProvisioned onProvisioned) {
        run.addListener(new HeadlessChooser(started, onProvisioned, reported::add));
        return run;
    }

    private void show(RunPhase phase, Optional<DeviceFacts> device) {
        run.show(Samples.snapshot(REQUEST, phase, device, -1, Set.of()));
    }

    private void showKey(RunPhase phase) {
        show(phase, Optional.of(DeviceSamples.key()));
    }

    /** Shows a key that could not be identified. */
    private void showUnusable(DeviceProblem why) {
        DeviceFacts key = DeviceSamples.key();
        show(
                RunPhase.UNUSABLE_DEVICE,
                Optional.of(new DeviceFacts(
                        key.link(), key.model(), Optional.empty(), Optional.of(Problem.of(why)), Optional.empty())));
    }

    @Test
    void nothingIsChosenWithoutADevice() {
        with(OnProvisioned.fail);
        show(RunPhase.PREPARING, Optional.empty());
        show(RunPhase.INSERT_DEVICE, Optional.empty());
        show(RunPhase.CHOOSE_DEVICE, Optional.empty());
        show(RunPhase.IDENTIFYING, Optional.empty());
        assertEquals(List.of(), run.chosen());
    }

    @Test
    void readyDeviceIsProvisionedOnce() {
        with(OnProvisioned.fail);
        showKey(RunPhase.READY);
        showKey(RunPhase.READY);
        assertEquals(List.of(Choice.PROVISION), run.chosen());
    }

    @Test
    void reinsertedDeviceIsProvisioned() {
        with(OnProvisioned.fail);
        showKey(RunPhase.READY);
        show(RunPhase.INSERT_DEVICE, Optional.empty());
        showKey(RunPhase.READY);
        assertEquals(List.of(Choice.PROVISION, Choice.PROVISION), run.chosen());
    }

    @ParameterizedTest
    @EnumSource(
            value = DeviceProblem.class,
            names = {"ACCESS_DENIED", "PROTOCOL_ERROR"})
    void unidentifiedDeviceIsReportedAndAnotherAwaited(DeviceProblem why) {
        with(OnProvisioned.fail);
        showUnusable(why);
        assertEquals(List.of(Choice.TRY_NEW_DEVICE), run.chosen());
        assertEquals(List.of(Problem.of(why)), reported);
    }

    @Test
    void deniedAccessIsReportedOnEachInsertion() {
        with(OnProvisioned.fail);
        showUnusable(DeviceProblem.ACCESS_DENIED);
        showKey(RunPhase.REMOVE_DEVICE);
        show(RunPhase.INSERT_DEVICE, Optional.empty());
        showUnusable(DeviceProblem.ACCESS_DENIED);
        assertEquals(List.of(Choice.TRY_NEW_DEVICE, Choice.TRY_NEW_DEVICE), run.chosen());
        assertEquals(2, reported.size());
    }

    @Test
    void deviceIsProvisionedOnceAccessIsGranted() {
        with(OnProvisioned.fail);
        showUnusable(DeviceProblem.ACCESS_DENIED);
        show(RunPhase.INSERT_DEVICE, Optional.empty());
        showKey(RunPhase.READY);
        assertEquals(List.of(Choice.TRY_NEW_DEVICE, Choice.PROVISION), run.chosen());
    }

    @Test
    void unusableDeviceFailsTheRecipient() {
        with(OnProvisioned.skip);
        showUnusable(DeviceProblem.CARD_MUTE);
        assertEquals(List.of(Choice.FAIL_USER), run.chosen());
        assertEquals(List.of(), reported);
    }

    @ParameterizedTest
    @CsvSource({"skip, NEXT_USER", "reset, RESET_AND_PROVISION", "fail, FAIL_USER", "reject, FAIL_USER"})
    void assignedDeviceIsHandledByTheOption(OnProvisioned ordered, Choice due) {
        with(ordered);
        show(RunPhase.ALREADY_PROVISIONED, Optional.of(DeviceSamples.usedCard(true)));
        assertEquals(List.of(due), run.chosen());
    }

    @Test
    void deviceRemovedEarlyIsSetAside() {
        with(OnProvisioned.fail);
        showKey(RunPhase.DEVICE_PULLED);
        assertEquals(List.of(Choice.SET_ASIDE), run.chosen());
        assertTrue(reported.getFirst().is(RunProblem.TAKEN_OUT_EARLY));
    }

    @Test
    void runEndsAfterTheLastRecipient() {
        with(OnProvisioned.fail);
        RunSnapshot last = Samples.snapshot(
                REQUEST, RunPhase.REMOVE_PROVISIONED, Optional.of(DeviceSamples.key()), -1, Set.of(Choice.STOP));
        run.show(Samples.withNext(last, List.of()));
        assertEquals(List.of(Choice.STOP), run.chosen());
    }

    @Test
    void choiceIsDeferredUntilTheRunExists() {
        CompletableFuture<Run> later = new CompletableFuture<>();
        new HeadlessChooser(later, OnProvisioned.fail, reported::add)
                .changed(Samples.ready(REQUEST, DeviceSamples.key()));
        assertEquals(List.of(), run.chosen());
        later.complete(run);
        assertEquals(List.of(Choice.PROVISION), run.chosen());
    }
}
