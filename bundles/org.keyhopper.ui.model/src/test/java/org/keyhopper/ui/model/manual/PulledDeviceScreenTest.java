package org.keyhopper.ui.model.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunSnapshot;
import org.keyhopper.ui.fakes.DeviceSamples;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.model.TestContext;
import org.keyhopper.ui.model.Tint;

class PulledDeviceScreenTest {

    private final ProvisioningRequest request = Samples.request("q4", 120, 13);
    private final ManualScreen screen = new ManualScreen(TestContext.of(new FakeStation()));

    private ManualState show(RunPhase phase, DeviceFacts device, Choice... choices) {
        RunSnapshot snapshot = Samples.snapshot(request, phase, Optional.of(device), 4, Set.of(choices));
        return screen.of(snapshot, false);
    }

    private String person() {
        return Samples.insert(request).current().orElseThrow().recipient().name();
    }

    @Test
    void stageNamesPersonCardAndNextStep() {
        ManualState state =
                show(RunPhase.DEVICE_PULLED, DeviceSamples.card(), Choice.RECONCILE, Choice.SET_ASIDE, Choice.STOP);
        assertEquals(
                "Reinsert the card of " + person() + ", or set it aside.",
                state.stage().sentence());
        assertEquals(Tint.BAD, state.stage().tint());
        assertTrue(state.stage().hint().contains(DeviceSamples.card().model()));
        assertTrue(state.device().isPresent());
        assertEquals(Optional.of(ManualAction.RECONCILE), state.defaultAction());
        assertTrue(state.offers(ManualAction.SET_ASIDE));
    }

    @Test
    void keyIsNamedAsSuch() {
        assertEquals(
                "Reinsert the key of " + person() + ", or set it aside.",
                show(RunPhase.DEVICE_PULLED, DeviceSamples.key(), Choice.RECONCILE)
                        .stage()
                        .sentence());
    }

    @Test
    void failedPersonCanBeRetried() {
        ManualState state = show(RunPhase.DEVICE_PULLED, DeviceSamples.card(), Choice.TRY_AGAIN, Choice.SET_ASIDE);
        assertEquals(Optional.of(ManualAction.TRY_AGAIN), state.defaultAction());
        assertTrue(state.stage().hint().contains("Nothing is registered"));
    }

    @Test
    void onlyStartedStepsAreShown() {
        assertEquals(
                4, show(RunPhase.DEVICE_PULLED, DeviceSamples.card()).steps().size());
    }

    @Test
    void secondEnterAfterReconcileDoesNotSetAside() {
        ManualState state = show(RunPhase.PUT_BACK, DeviceSamples.card(), Choice.SET_ASIDE, Choice.STOP);
        assertTrue(state.offers(ManualAction.SET_ASIDE));
        assertEquals(Optional.empty(), state.defaultAction());
    }
}
