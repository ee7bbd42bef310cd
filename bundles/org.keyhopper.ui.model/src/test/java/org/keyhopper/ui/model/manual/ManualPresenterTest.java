package org.keyhopper.ui.model.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunSnapshot;
import org.keyhopper.core.run.StepProgress;
import org.keyhopper.ui.fakes.DeviceSamples;
import org.keyhopper.ui.fakes.FakeRun;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.model.DirectoryInteraction;
import org.keyhopper.ui.model.QueuedExecutor;
import org.keyhopper.ui.model.TestContext;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.manual.ActionButton.Weight;
import org.keyhopper.ui.model.passkeys.PasskeyHolder;

class ManualPresenterTest {

    private final FakeStation station = new FakeStation();
    private final WorkbenchContext context = TestContext.of(station);
    private final DirectoryInteraction signIn = new DirectoryInteraction(context, address -> {});
    private final ManualPresenter presenter = new ManualPresenter(context);
    private final ProvisioningRequest request = Samples.request("R1", 120, 14);
    private final FakeRun run = new FakeRun(Samples.insert(request));

    @BeforeEach
    void begin() {
        station.requests.put(request);
        station.runs = any -> run;
    }

    private ManualState shown() {
        return presenter.states().get();
    }

    private void start() {
        presenter.start(request.id(), null, signIn);
    }

    private List<String> labels() {
        return shown().main().stream()
                .map(button -> button.label().replace("&", ""))
                .toList();
    }

    @Test
    void asksForARequestWithoutARun() {
        assertEquals("Choose a request to begin.", shown().stage().sentence());
        assertTrue(shown().offers(ManualAction.CHOOSE_REQUEST));
    }

    @Test
    void refusedRunShowsTheReason() {
        presenter.start(new RequestId("gone"), null, signIn);
        assertEquals("run.no-such-request.", shown().stage().sentence());
        assertEquals(Tint.BAD, shown().stage().tint());
        assertFalse(presenter.isRunning());
    }

    @Test
    void stageNamesTheRecipient() {
        start();
        assertEquals(
                "Put in a device for "
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
                "Already provisioned for Jon Iversen since Mar 2, 2026",
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
                List.of("every passkey stored on it, whoever it belongs to", "its PIN"),
                presenter.resetConfirmation().orElseThrow().losses());
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
        assertEquals("0.4 s", check.time());
        assertEquals("Force PIN change at first use", shown().steps().getLast().text());
        assertEquals("", shown().steps().getLast().time());
    }

    @Test
    void instructionHasADeadline() {
        start();
        RunSnapshot working =
                Samples.snapshot(request, RunPhase.WORKING, Optional.of(DeviceSamples.key()), 4, Set.of(Choice.STOP));
        run.show(Samples.with(working, new Instruction.Touch(Duration.ofSeconds(20)), Optional.empty()));
        assertEquals("Touch the key now.", shown().stage().sentence());
        assertEquals(Optional.of(Samples.NOW.plusSeconds(20)), shown().stage().until());
    }

    @Test
    void candidatesAreListedAndCanBeSelectedOrBlink() {
        start();
        run.show(Samples.choosing(request));
        List<CandidateRow> rows = shown().candidates();
        assertEquals(
                List.of("YubiKey OTP+FIDO+CCID", "Card in a reader"),
                rows.stream().map(CandidateRow::name).toList());
        assertEquals("Serial number 0A3F 22D1 · OMNIKEY 3x21", rows.getLast().detail());
        assertEquals(
                List.of("BLINK 1", ""), rows.stream().map(CandidateRow::blink).toList());
        assertEquals("USE THIS (&2)", rows.getLast().use());
        assertEquals(List.of("TOUCH THE KEY I MEAN"), labels());
        assertEquals(Optional.empty(), shown().notice());
        presenter.blink(rows.getFirst().device());
        presenter.pick(rows.getLast().device());
        assertEquals(List.of(rows.getFirst().device()), run.blinked());
        assertEquals(List.of(rows.getLast().device()), run.picked());
        presenter.choose(ManualAction.TOUCH_TO_CHOOSE, presenter.states().get());
        assertEquals(List.of(Choice.TOUCH_TO_CHOOSE), run.chosen());
    }

    @Test
    void identificationByTouchHasADeadline() {
        start();
        run.show(Samples.with(
                Samples.choosing(request), new Instruction.Touch(Duration.ofSeconds(30)), Optional.empty()));
        assertEquals("Touch the key you mean.", shown().stage().sentence());
        assertEquals(Optional.of(Samples.NOW.plusSeconds(30)), shown().stage().until());
        assertEquals(2, shown().candidates().size());
    }

    @Test
    void removalHasADeadline() {
        start();
        RunSnapshot working =
                Samples.snapshot(request, RunPhase.WORKING, Optional.of(DeviceSamples.key()), 4, Set.of(Choice.STOP));
        run.show(Samples.with(working, new Instruction.TakeOut(Duration.ofSeconds(60)), Optional.empty()));
        assertEquals(Optional.of(Samples.NOW.plusSeconds(60)), shown().stage().until());
    }

    @Test
    void wrongReinsertedDeviceIsNamedByItsSerialNumber() {
        start();
        RunSnapshot working =
                Samples.snapshot(request, RunPhase.WORKING, Optional.of(DeviceSamples.key()), 4, Set.of(Choice.STOP));
        Instruction swap = new Instruction.Swap(Duration.ofSeconds(60), "B7", "A5");
        run.show(Samples.with(working, swap, Optional.empty()));
        assertEquals("This is another device. Take it out.", shown().stage().sentence());
        assertTrue(shown().stage().hint().matches(".*number is B7\\..*number A5\\..*"), shown()::toString);
        assertEquals(Optional.of(Samples.NOW.plusSeconds(60)), shown().stage().until());
        run.show(Samples.with(working, new Instruction.Swap(Duration.ZERO, "", "A5"), Optional.empty()));
        assertFalse(shown().stage().hint().contains("number"));
    }

    @Test
    void otherDevicesAreNamed() {
        start();
        RunSnapshot working =
                Samples.snapshot(request, RunPhase.WORKING, Optional.of(DeviceSamples.key()), 4, Set.of(Choice.STOP));
        Instruction others = new Instruction.RemoveOthers(Duration.ofSeconds(60), List.of("Key 1", "Key 2"));
        run.show(Samples.with(working, others, Optional.empty()));
        assertEquals("Remove all other devices.", shown().stage().sentence());
        assertTrue(shown().stage().hint().endsWith("Remove: Key 1, Key 2."), shown()::toString);
        assertEquals(Optional.of(Samples.NOW.plusSeconds(60)), shown().stage().until());
    }

    @Test
    void formerHoldersPasskeyCanBeRevoked() {
        InventoryEntry former = DeviceSamples.given(9, "Jonas Brandt", "");
        station.inventory.put(former);
        start();
        run.show(formerlyOf(former));
        assertTrue(shown().stage().hint().contains("run.passkey-still-registered"), shown()::toString);
        assertEquals(List.of("REVOKE THE OLD PASSKEY …"), labels());
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
        assertEquals(List.of("START AGAIN", "VIEW SUMMARY"), labels());
    }

    @ParameterizedTest
    @EnumSource(RunPhase.class)
    void everyPhaseHasAHeadline(RunPhase phase) {
        start();
        run.show(Samples.snapshot(request, phase, Optional.of(DeviceSamples.card()), 2, Set.of()));
        assertFalse(shown().stage().sentence().isBlank());
    }

    @Test
    void cueIsPlayedOncePerAttemptedPerson() {
        List<Cue> cues = new ArrayList<>();
        presenter.onCue(cues::add);
        start();
        RecipientState current = run.snapshot().current().orElseThrow();
        for (Outcome outcome : Outcome.values()) {
            run.publish(
                    new RunEvent.Settled(Samples.state(current.id(), current.recipient(), outcome, Optional.empty())));
        }
        assertEquals(List.of(Cue.DONE, Cue.FAILED, Cue.FAILED), cues);
    }

    @Test
    void noOtherRunIsStartedDuringARun() {
        start();
        presenter.start(request.id(), null, signIn);
        assertEquals(1, station.started.size());
        run.end();
        presenter.start(request.id(), null, signIn);
        assertEquals(2, station.started.size());
    }

    @Test
    void secondClickStartsNoRun() {
        QueuedExecutor workers = new QueuedExecutor();
        ManualPresenter later = new ManualPresenter(workers.contextFor(station));
        later.start(request.id(), null, signIn);
        assertTrue(later.isRunning());
        later.start(request.id(), null, signIn);
        workers.runAll();
        assertEquals(1, station.started.size());
        assertTrue(later.isRunning());
    }

    @Test
    void failedStartCanBeRepeated() {
        station.runs = any -> {
            throw new StoreException("disk full");
        };
        start();
        assertFalse(presenter.isRunning());
        station.runs = any -> run;
        start();
        assertTrue(presenter.isRunning());
    }

    @Test
    void updatesOfAnOlderRunAreIgnored() {
        start();
        run.end();
        FakeRun next = new FakeRun(Samples.ready(request, DeviceSamples.card()));
        station.runs = any -> next;
        start();
        run.show(Samples.insert(request));
        assertTrue(shown().offers(ManualAction.PROVISION));
    }

    @Test
    void switchingEndsTheRunAndThenStartsThePrinters() {
        start();
        run.show(Samples.ready(request, DeviceSamples.card()));
        assertTrue(shown().offers(ManualAction.SWITCH_TO_PRINTERS));
        List<RequestId> printers = new ArrayList<>();
        presenter.switchToPrinters(printers::add);
        presenter.switchToPrinters(printers::add);
        assertEquals(List.of(Choice.STOP), run.chosen());
        assertFalse(shown().offers(ManualAction.SWITCH_TO_PRINTERS));
        assertEquals(
                "Ends after what is under way, then goes on with printers.",
                shown().notice().orElseThrow());
        assertEquals(List.of(), printers);
        run.end();
        assertEquals(List.of(request.id()), printers);
    }

    @Test
    void nothingIsSwitchedWithoutRemainingPeople() {
        start();
        List<RequestId> printers = new ArrayList<>();
        presenter.switchToPrinters(printers::add);
        run.show(Samples.snapshot(request, RunPhase.COMPLETED, Optional.empty(), -1, Set.of()));
        run.end();
        assertEquals(List.of(), printers);
    }
}
