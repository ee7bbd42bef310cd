package org.keyhopper.ui.model.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.central.CentralAccess;
import org.keyhopper.core.central.CentralPrivilege;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunSnapshot;
import org.keyhopper.core.run.StepProgress;
import org.keyhopper.ui.fakes.DeviceSamples;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.model.manual.ActionButton.Weight;
import org.keyhopper.ui.model.passkeys.PasskeyHolder;

class ManualPresenterTest extends ManualPresenterRig {

    @Test
    void stageNamesTheRecipient() {
        start();
        assertEquals(
                "Insert or tap a key or card for "
                        + run.snapshot().current().orElseThrow().recipient().name() + ".",
                shown().stage().sentence());
        PersonPanel person = shown().person().orElseThrow();
        assertEquals("Person 14 of 120", person.place());
        assertEquals(3, person.after().size());
        assertEquals("and 103 more", person.more());
        assertEquals(
                "11\u00a0provisioned · 2\u00a0skipped · 0\u00a0failed",
                shown().progress().orElseThrow().text());
    }

    @Test
    void provisionIsTheDefaultWhenReady() {
        start();
        run.show(Samples.ready(request, DeviceSamples.card()));
        assertEquals(
                "Ready. Check person and device, then press PROVISION.",
                shown().stage().sentence());
        assertEquals(List.of("PROVISION"), labels());
        assertEquals(Weight.DEFAULT, shown().main().getFirst().weight());
        assertEquals("Enter", shown().main().getFirst().hint());
        assertTrue(shown().offers(ManualAction.SKIP_USER));
    }

    @Test
    void deviceFactsAreShown() {
        start();
        run.show(Samples.ready(request, DeviceSamples.card()));
        DevicePanel device = shown().device().orElseThrow();
        assertEquals("Nothing stored on this card", device.verdict());
        assertEquals(
                List.of("Model", "Serial", "AAGUID", "Reader", "PIN", "Free slots", "Inventory"),
                device.facts().stream().map(DevicePanel.Fact::label).toList());
        assertEquals(
                List.of("Crescendo C2300", "0A3F 22D1", "aeb6569c…2e52", "OMNIKEY 3x21", "not set", "25", "new"),
                device.facts().stream().map(DevicePanel.Fact::value).toList());
    }

    @Test
    void choicesOnAnAssignedDeviceStartWithTheHarmlessOne() {
        start();
        run.show(Samples.provisioned(request, DeviceSamples.usedCard(true)));
        assertEquals(
                "This device already belongs to Jon Iversen.", shown().stage().sentence());
        assertEquals(List.of("TRY NEW DEVICE", "NEXT USER", "RESET AND PROVISION"), labels());
        assertEquals(Weight.DANGEROUS, shown().main().getLast().weight());
        assertEquals(
                "Provisioned for Jon Iversen on Mar 2, 2026",
                shown().device().orElseThrow().verdict());
        assertTrue(shown().steps().isEmpty());
    }

    @Test
    void resetConfirmationListsTheLosses() {
        start();
        run.show(Samples.provisioned(request, DeviceSamples.usedCard(true)));
        Confirmation asked = presenter.resetConfirmation().orElseThrow();
        assertEquals(
                List.of(
                        "the passkey of Jon Iversen at contoso, made on Mar 2, 2026",
                        "every other passkey stored on it",
                        "its PIN"),
                asked.losses());
        run.show(Samples.provisioned(request, DeviceSamples.usedCard(false)));
        assertEquals(
                List.of("every passkey stored on it, regardless of its owner", "its PIN"),
                presenter.resetConfirmation().orElseThrow().losses());
    }

    @Test
    void resetIsNotOfferedWhereCentralDoesNotAllowIt() {
        station.central.joined(
                new CentralAccess(Optional.of("Olivia Operator"), Set.of(CentralPrivilege.PROVISION_NOW)));
        start();
        run.show(Samples.provisioned(request, DeviceSamples.usedCard(true)));
        assertFalse(labels().contains("Reset and provision"), () -> labels().toString());
        assertEquals(
                Optional.of("Your roles at Main do not allow this: reset devices. Ask an administrator of Central."),
                shown().notice());
        assertEquals(Optional.empty(), presenter.resetConfirmation());
    }

    @Test
    void resetIsPerformedOnTheConfirmedDeviceOnly() {
        start();
        run.show(Samples.provisioned(request, DeviceSamples.usedCard(true)));
        presenter.choose(ManualAction.RESET_AND_PROVISION, presenter.states().get());
        assertEquals(List.of(), run.chosen());
        Confirmation asked = presenter.resetConfirmation().orElseThrow();
        run.show(Samples.provisioned(request, DeviceSamples.key()));
        presenter.reset(asked);
        assertEquals(List.of(), run.chosen());
        run.show(Samples.provisioned(request, DeviceSamples.usedCard(true)));
        presenter.reset(asked);
        assertEquals(List.of(Choice.RESET_AND_PROVISION), run.chosen());
    }

    @Test
    void unavailableChoiceIsIgnored() {
        start();
        presenter.choose(ManualAction.PROVISION, presenter.states().get());
        assertEquals(List.of(), run.chosen());
        presenter.choose(ManualAction.SKIP_USER, presenter.states().get());
        assertEquals(List.of(Choice.SKIP_USER), run.chosen());
    }

    @Test
    void stepsShowStateDurationAndRecipient() {
        start();
        run.show(Samples.ready(request, DeviceSamples.card()));
        StepRow check = shown().steps().get(1);
        assertEquals(StepProgress.State.DONE, check.state());
        assertTrue(check.text().startsWith("Allowed by contoso for "), check.text());
        assertEquals("0.4\u00a0s", check.time());
        assertEquals(
                "Require a PIN change at first use", shown().steps().getLast().text());
        assertEquals("", shown().steps().getLast().time());
    }

    @Test
    void formerHoldersPasskeyCanBeRevoked() {
        InventoryEntry former = DeviceSamples.given(9, "Jonas Brandt", "");
        station.inventory.put(former);
        start();
        run.show(formerlyOf(former));
        assertTrue(shown().stage().hint().contains("run.passkey-still-registered"), shown()::toString);
        assertEquals(List.of("Revoke the former passkey …"), labels());
        List<PasskeyHolder> holders = new ArrayList<>();
        presenter.formerHolder(holders::add);
        assertEquals(List.of(new PasskeyHolder(former.directory(), former.userId(), "Jonas Brandt")), holders);
        station.inventory.mark(former.credential(), InventoryEntry.State.REVOKED);
        run.show(formerlyOf(former));
        assertEquals(List.of(), labels());
    }

    private RunSnapshot formerlyOf(InventoryEntry former) {
        RunSnapshot done = Samples.snapshot(
                request, RunPhase.REMOVE_PROVISIONED, Optional.of(DeviceSamples.key()), 9, Set.of(Choice.STOP));
        RecipientState old = done.current().orElseThrow();
        RecipientState now = Samples.noting(
                Samples.state(old.id(), old.recipient(), Outcome.PROVISIONED, Optional.empty()),
                RunProblem.stillRegistered(former));
        return new RunSnapshot(
                request,
                done.phase(),
                Optional.of(now),
                done.next(),
                done.device(),
                done.steps(),
                done.choices(),
                done.instruction(),
                done.notice(),
                done.justDone());
    }

    @Test
    void reasonsForWaitingAndHaltingAreShown() {
        start();
        Problem problem = Problem.of(DirectoryProblem.THROTTLED);
        RunSnapshot working =
                Samples.snapshot(request, RunPhase.WORKING, Optional.of(DeviceSamples.key()), 4, Set.of(Choice.STOP));
        run.show(Samples.with(working, new Instruction.None(), Optional.of(problem)));
        assertTrue(shown().notice().orElseThrow().contains("directory.throttled"));
        RunSnapshot halted = Samples.snapshot(request, RunPhase.HALTED, Optional.empty(), -1, Set.of());
        run.show(Samples.with(halted, new Instruction.None(), Optional.of(problem)));
        assertTrue(shown().stage().hint().contains("directory.throttled"));
        assertEquals(List.of("Start again", "VIEW SUMMARY"), labels());
    }

    @ParameterizedTest
    @EnumSource(RunPhase.class)
    void everyPhaseHasAHeadline(RunPhase phase) {
        start();
        run.show(Samples.snapshot(request, phase, Optional.of(DeviceSamples.card()), 2, Set.of()));
        assertFalse(shown().stage().sentence().isBlank());
    }
}
