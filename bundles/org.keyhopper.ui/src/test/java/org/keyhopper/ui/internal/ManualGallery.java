package org.keyhopper.ui.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunSnapshot;
import org.keyhopper.ui.fakes.DeviceSamples;
import org.keyhopper.ui.fakes.Samples;

/** Snapshots of a manual run, by the name of the screenshot. */
final class ManualGallery {

    static final Clock CLOCK = Clock.systemUTC();

    /** The inventory entry of the device's former holder. */
    static final InventoryEntry FORMER = DeviceSamples.given(9, "Jonas Brandt", "");

    /** What is seen for each person. */
    static final Set<String> USUAL =
            Set.of("preparing", "insert", "identifying", "ready", "working", "touch", "putback", "provisioned");

    private ManualGallery() {}

    static Map<String, RunSnapshot> moments() {
        ProvisioningRequest request = Samples.request("R1", 120, 14);
        ProvisioningRequest longName = Samples.request("R1", 120, 7);
        Map<String, RunSnapshot> moments = new LinkedHashMap<>();
        moments.put(
                "preparing", Samples.snapshot(request, RunPhase.PREPARING, Optional.empty(), -1, Set.of(Choice.STOP)));
        moments.put(
                "directory-out",
                Samples.with(
                        Samples.snapshot(request, RunPhase.DIRECTORY_OUT, Optional.empty(), -1, Set.of(Choice.STOP)),
                        new Instruction.None(),
                        Optional.of(CheckGallery.OUTAGE)));
        moments.put("insert", Samples.insert(request));
        moments.put("choose", Samples.choosing(request));
        moments.put(
                "touch-to-choose",
                Samples.with(
                        Samples.choosing(request), new Instruction.Touch(Duration.ofSeconds(24)), Optional.empty()));
        moments.put(
                "identifying",
                Samples.snapshot(request, RunPhase.IDENTIFYING, Optional.empty(), 0, Set.of(Choice.SKIP_USER)));
        moments.put("ready", Samples.ready(request, DeviceSamples.card()));
        moments.put("ready-long", Samples.ready(longName, DeviceSamples.key()));
        moments.put("known", Samples.provisioned(request, DeviceSamples.usedCard(true)));
        moments.put("taken", Samples.provisioned(longName, DeviceSamples.usedCard(false)));
        moments.put(
                "unusable",
                Samples.snapshot(
                        request,
                        RunPhase.UNUSABLE_DEVICE,
                        Optional.of(DeviceSamples.muteCard()),
                        -1,
                        Set.of(Choice.TRY_NEW_DEVICE, Choice.SKIP_USER, Choice.STOP)));
        RunSnapshot working =
                Samples.snapshot(request, RunPhase.WORKING, Optional.of(DeviceSamples.key()), 4, Set.of(Choice.STOP));
        moments.put("working", working);
        moments.put(
                "working-notice",
                Samples.with(working, new Instruction.None(), Optional.of(Problem.of(DirectoryProblem.THROTTLED))));
        moments.put("touch", Samples.with(working, new Instruction.Touch(Duration.ofSeconds(24)), Optional.empty()));
        moments.put("putback", Samples.with(working, new Instruction.PutBack(Duration.ofSeconds(4)), Optional.empty()));
        moments.put(
                "remove-others",
                Samples.with(
                        working,
                        new Instruction.RemoveOthers(
                                Duration.ofSeconds(48), List.of("YubiKey 5 NFC", "Crescendo Key 77")),
                        Optional.empty()));
        moments.put(
                "confirm-device",
                Samples.with(working, new Instruction.ConfirmDevice(Duration.ofSeconds(110)), Optional.empty()));
        moments.put("former-passkey", former(request));
        moments.put(
                "provisioned", settled(request, Outcome.PROVISIONED, Optional.empty(), RunPhase.REMOVE_PROVISIONED));
        moments.put(
                "failed",
                settled(
                        request,
                        Outcome.FAILED,
                        Optional.of(Problem.of(
                                DirectoryProblem.AAGUID_NOT_ALLOWED, "aeb6569c-f8fb-4950-ac60-24ca2bbe2e52")),
                        RunPhase.REMOVE_FAILED));
        moments.put("pulled-unclear", pulled(request, Outcome.UNCLEAR, RunPhase.DEVICE_PULLED, Choice.RECONCILE));
        moments.put("pulled-failed", pulled(longName, Outcome.FAILED, RunPhase.DEVICE_PULLED, Choice.TRY_AGAIN));
        RunSnapshot awaited = pulled(request, Outcome.UNCLEAR, RunPhase.PUT_BACK);
        moments.put("pulled-put-back", awaited);
        moments.put(
                "pulled-another",
                Samples.with(awaited, new Instruction.None(), Optional.of(Problem.of(DeviceProblem.DIFFERENT_DEVICE))));
        moments.put("pulled-reconciling", pulled(request, Outcome.UNCLEAR, RunPhase.RECONCILING));
        moments.put(
                "completed",
                Samples.snapshot(Samples.request("R1", 12, 13), RunPhase.COMPLETED, Optional.empty(), -1, Set.of()));
        moments.put(
                "halted",
                Samples.with(
                        Samples.snapshot(request, RunPhase.HALTED, Optional.empty(), -1, Set.of()),
                        new Instruction.None(),
                        Optional.of(Problem.of(DirectoryProblem.UNREACHABLE, "graph.microsoft.com"))));
        return moments;
    }

    private static RunSnapshot pulled(ProvisioningRequest request, Outcome outcome, RunPhase phase, Choice... choices) {
        Set<Choice> offered = new HashSet<>(List.of(choices));
        offered.add(Choice.STOP);
        if (phase != RunPhase.RECONCILING) {
            offered.add(Choice.SET_ASIDE);
        }
        return settled(request, outcome, Optional.of(Problem.of(DeviceProblem.GONE)), phase, offered);
    }

    /** A device that was assigned to another person. */
    private static RunSnapshot former(ProvisioningRequest request) {
        RunSnapshot done = settled(request, Outcome.PROVISIONED, Optional.empty(), RunPhase.REMOVE_PROVISIONED);
        RecipientState now = Samples.noting(done.current().orElseThrow(), RunProblem.stillRegistered(FORMER));
        return new RunSnapshot(
                done.request(),
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

    private static RunSnapshot settled(
            ProvisioningRequest request, Outcome outcome, Optional<Problem> problem, RunPhase phase) {
        return settled(request, outcome, problem, phase, Set.of(Choice.STOP));
    }

    private static RunSnapshot settled(
            ProvisioningRequest request,
            Outcome outcome,
            Optional<Problem> problem,
            RunPhase phase,
            Set<Choice> choices) {
        int done = outcome == Outcome.PROVISIONED ? CeremonyStep.values().length : 5;
        RunSnapshot before = Samples.snapshot(request, phase, Optional.of(DeviceSamples.card()), done, choices);
        RecipientState old = before.current().orElseThrow();
        RecipientState state = Samples.state(old.id(), old.recipient(), outcome, problem);
        return new RunSnapshot(
                before.request(),
                phase,
                Optional.of(state),
                before.next(),
                before.device(),
                before.steps(),
                before.choices(),
                before.instruction(),
                before.notice(),
                before.justDone());
    }
}
