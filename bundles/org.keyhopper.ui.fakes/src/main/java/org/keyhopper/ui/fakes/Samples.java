package org.keyhopper.ui.fakes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunSnapshot;
import org.keyhopper.core.run.StepProgress;

/** Sample people, requests and snapshots of a run. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-11-20T09:30:00Z");
    private static final List<String> NAMES = List.of(
            "Lena Jansson",
            "Karl Ito",
            "Mara Köhler",
            "Ned Ogden",
            "Ola Petrova",
            "Pia Quint",
            "Maximiliane Freifrau von Hohenzollern-Sigmaringen",
            "Jon Iversen");

    private static final List<String> FAMILIES =
            List.of("Berg", "Castro", "Dahl", "Engel", "Fiala", "Grau", "Horvat", "Ilic", "Jung", "Kern", "Lund");

    private Samples() {}

    public static List<Recipient> people(int count) {
        List<Recipient> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String given = NAMES.get(i % NAMES.size());
            String name = i < NAMES.size()
                    ? given
                    : given.substring(0, given.indexOf(' ')) + " " + FAMILIES.get(i / NAMES.size() % FAMILIES.size());
            people.add(new Recipient(account(name), name, "", ""));
        }
        return people;
    }

    private static String account(String name) {
        return name.toLowerCase(Locale.ROOT).replace("ö", "oe").replace(' ', '.') + "@contoso.example";
    }

    public static List<DirectoryUser> users() {
        return people(8).stream()
                .map(person -> new DirectoryUser(
                        "id-" + person.user(),
                        person.user(),
                        person.displayName(),
                        person.user(),
                        DirectoryUser.AccountState.ENABLED))
                .toList();
    }

    /** Returns a request with {@code count} people, of whom those before {@code current} are settled. */
    public static ProvisioningRequest request(String id, int count, int current) {
        RequestId requestId = new RequestId(id);
        List<RecipientState> states = new ArrayList<>();
        for (Recipient person : people(count)) {
            int position = states.size() + 1;
            RecipientId recipient = new RecipientId(requestId, position);
            states.add(position < current ? settled(recipient, person) : pending(recipient, person));
        }
        return new ProvisioningRequest(requestId, "Berlin office Q4", "contoso", Profile.DEFAULT, NOW, states);
    }

    private static RecipientState pending(RecipientId id, Recipient person) {
        return new RecipientState(id, person, Outcome.PENDING, Optional.empty());
    }

    private static RecipientState settled(RecipientId id, Recipient person) {
        return id.position() % 6 == 2
                ? state(id, person, Outcome.SKIPPED, Optional.of(Problem.of(RunProblem.SKIPPED)))
                : state(id, person, Outcome.PROVISIONED, Optional.empty());
    }

    /** Returns the state with a note added to its outcome. */
    public static RecipientState noting(RecipientState state, Problem note) {
        OutcomeRecord last = state.last().orElseThrow();
        OutcomeRecord noted = new OutcomeRecord(
                last.outcome(), last.problem(), last.passkey(), List.of(note), last.at(), last.took());
        return new RecipientState(state.id(), state.recipient(), state.outcome(), Optional.of(noted));
    }

    public static RecipientState state(RecipientId id, Recipient person, Outcome outcome, Optional<Problem> problem) {
        Optional<MadePasskey> passkey = outcome == Outcome.PROVISIONED
                ? Optional.of(new MadePasskey(
                        CredentialId.of(new byte[] {1, 2, (byte) id.position()}),
                        Optional.of("p" + id.position()),
                        DeviceSamples.CRESCENDO,
                        "C2300 0A3F 22C" + id.position() % 10,
                        Optional.of("0A3F 22C" + id.position() % 10)))
                : Optional.empty();
        Duration took = outcome == Outcome.SKIPPED ? Duration.ZERO : Duration.ofMillis(6800);
        OutcomeRecord record = new OutcomeRecord(outcome, problem, passkey, List.of(), NOW, took);
        return new RecipientState(id, person, outcome, Optional.of(record));
    }

    public static RunSnapshot insert(ProvisioningRequest request) {
        return snapshot(request, RunPhase.INSERT_DEVICE, Optional.empty(), -1, Set.of(Choice.SKIP_USER, Choice.STOP));
    }

    /** Returns a snapshot in which a key and a card are connected and the operator has to choose one. */
    public static RunSnapshot choosing(ProvisioningRequest request) {
        RunSnapshot plain = snapshot(
                request,
                RunPhase.CHOOSE_DEVICE,
                Optional.empty(),
                -1,
                Set.of(Choice.TOUCH_TO_CHOOSE, Choice.SKIP_USER, Choice.STOP));
        return new RunSnapshot(
                plain.request(),
                plain.phase(),
                plain.current(),
                plain.next(),
                plain.device(),
                plain.steps(),
                List.of(DeviceSamples.key().link(), DeviceSamples.cardLink()),
                plain.choices(),
                plain.instruction(),
                Optional.of(Problem.of(RunProblem.SEVERAL_DEVICES)),
                plain.justDone());
    }

    public static RunSnapshot ready(ProvisioningRequest request, DeviceFacts device) {
        return snapshot(
                request,
                RunPhase.READY,
                Optional.of(device),
                2,
                Set.of(Choice.PROVISION, Choice.SKIP_USER, Choice.STOP));
    }

    public static RunSnapshot provisioned(ProvisioningRequest request, DeviceFacts device) {
        return snapshot(
                request,
                RunPhase.ALREADY_PROVISIONED,
                Optional.of(device),
                1,
                Set.of(Choice.RESET_AND_PROVISION, Choice.TRY_NEW_DEVICE, Choice.NEXT_USER, Choice.STOP));
    }

    /** Returns a snapshot with the first {@code done} steps completed; the unsettled people are current and next. */
    public static RunSnapshot snapshot(
            ProvisioningRequest request, RunPhase phase, Optional<DeviceFacts> device, int done, Set<Choice> choices) {
        List<RecipientState> left = request.recipients().stream()
                .filter(state -> state.outcome() == Outcome.PENDING)
                .toList();
        List<RecipientState> settled = request.recipients().stream()
                .filter(state -> state.outcome() != Outcome.PENDING)
                .toList()
                .reversed();
        return new RunSnapshot(
                request,
                phase,
                left.stream().findFirst(),
                left.stream().skip(1).toList(),
                device,
                done < 0 ? List.of() : steps(done, phase == RunPhase.WORKING),
                choices,
                new Instruction.None(),
                Optional.empty(),
                settled.stream().limit(3).toList());
    }

    public static RunSnapshot with(RunSnapshot old, Instruction instruction, Optional<Problem> notice) {
        return new RunSnapshot(
                old.request(),
                old.phase(),
                old.current(),
                old.next(),
                old.device(),
                old.steps(),
                old.candidates(),
                old.choices(),
                instruction,
                notice,
                old.justDone());
    }

    /** Returns the snapshot with the given next people. */
    public static RunSnapshot withNext(RunSnapshot old, List<RecipientState> next) {
        return new RunSnapshot(
                old.request(),
                old.phase(),
                old.current(),
                next,
                old.device(),
                old.steps(),
                old.candidates(),
                old.choices(),
                old.instruction(),
                old.notice(),
                old.justDone());
    }

    /** Returns the snapshot with an updated request and a settled current recipient. */
    public static RunSnapshot withCurrent(RunSnapshot old, ProvisioningRequest request, RecipientState current) {
        return new RunSnapshot(
                request,
                old.phase(),
                Optional.of(current),
                old.next(),
                old.device(),
                old.steps(),
                old.candidates(),
                old.choices(),
                old.instruction(),
                old.notice(),
                old.justDone());
    }

    public static List<StepProgress> steps(int done, boolean running) {
        List<StepProgress> steps = new ArrayList<>();
        for (CeremonyStep step : CeremonyStep.values()) {
            if (step == CeremonyStep.RESET) {
                continue;
            }
            StepProgress.State state = steps.size() < done
                    ? StepProgress.State.DONE
                    : running && steps.size() == done ? StepProgress.State.RUNNING : StepProgress.State.WAITING;
            Duration took =
                    state == StepProgress.State.DONE ? Duration.ofMillis(200 + 170L * steps.size()) : Duration.ZERO;
            steps.add(new StepProgress(step, state, took));
        }
        return steps;
    }
}
