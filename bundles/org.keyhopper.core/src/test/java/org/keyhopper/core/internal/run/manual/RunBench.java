package org.keyhopper.core.internal.run.manual;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.directory.OutagePauses;
import org.keyhopper.core.fake.FakeConnector;
import org.keyhopper.core.fake.FakeDirectory;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.FakeMetadata;
import org.keyhopper.core.fake.FakeReader;
import org.keyhopper.core.fake.FakeVerifier;
import org.keyhopper.core.fake.MemoryStore;
import org.keyhopper.core.fake.SilentPrompts;
import org.keyhopper.core.internal.ceremony.CeremonyBench;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.Run;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunRefusedException;
import org.keyhopper.core.run.RunSnapshot;
import org.keyhopper.core.station.WorkingStation;

/** A station with fakes all around, one run on it, and hands that wait for what the desk says. */
final class RunBench implements RunListener, AutoCloseable {

    static final Profile PROFILE = CeremonyBench.with(new PinRule.Random(6));

    final MemoryStore store = new MemoryStore();
    final FakeDirectory directory = new FakeDirectory().with("anna", "bert", "cleo");
    final FakeConnector connector = new FakeConnector(directory);
    final FakeReader reader = new FakeReader();
    final WorkingStation station =
            new WorkingStation(store.records(), FakeReader.factory(), new FakeVerifier(), new FakeMetadata());

    /** Guarded by itself. */
    private final List<String> events = new ArrayList<>();

    private RunSnapshot latest;
    RequestId request;
    Run run;

    RunBench() {
        store.accounts.put(new DirectoryAccount("entra", "fake", new Settings(Map.of())));
        station.setOutagePauses(new OutagePauses(Duration.ofMillis(20), Duration.ofMillis(50)));
        station.add(connector);
        station.add(reader);
    }

    RunBench start(String... people) {
        return start(PROFILE, people);
    }

    RunBench start(Profile profile, String... people) {
        request = store.requests
                .create(
                        "Spring",
                        "entra",
                        profile,
                        Stream.of(people)
                                .map(name -> new Recipient(name, "", "", ""))
                                .toList())
                .id();
        return again();
    }

    RunBench again() {
        return again("");
    }

    RunBench again(String slot) {
        SilentPrompts prompts = new SilentPrompts();
        try {
            run = station.startManual(request, slot, prompts, prompts, this);
            return this;
        } catch (RunRefusedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void changed(RunSnapshot snapshot) {
        synchronized (events) {
            latest = snapshot;
            events.notifyAll();
        }
    }

    @Override
    public void happened(RunEvent event) {
        synchronized (events) {
            events.add(line(event));
            events.notifyAll();
        }
    }

    private static String line(RunEvent event) {
        return switch (event) {
            case RunEvent.Waiting waiting -> "waiting " + waiting.movement();
            case RunEvent.Turn turn -> "turn " + turn.recipient().recipient().user();
            case RunEvent.Choosing choosing -> "choose " + choosing.candidates().size();
            case RunEvent.Instructed instructed ->
                "now " + instructed.instruction().getClass().getSimpleName();
            case RunEvent.StepDone done -> "step " + done.step().id();
            case RunEvent.Settled settled ->
                "settled " + settled.recipient().recipient().user() + " "
                        + settled.recipient().outcome();
            case RunEvent.DirectoryOut out -> "directory out";
            case RunEvent.DirectoryBack back -> "directory back";
            case RunEvent.Ended ended -> "ended";
            default -> throw new IllegalArgumentException("not of a manual run: " + event);
        };
    }

    /** Waits for the phase. */
    RunSnapshot await(RunPhase phase) {
        return await(snapshot -> snapshot.phase() == phase, phase.toString());
    }

    /** Waits for the phase in this person's turn. */
    RunSnapshot await(RunPhase phase, String person) {
        return await(
                snapshot -> snapshot.phase() == phase
                        && snapshot.current()
                                .filter(current -> current.recipient().user().equals(person))
                                .isPresent(),
                phase + " for " + person);
    }

    RunSnapshot await(Predicate<RunSnapshot> condition, String what) {
        Deadline limit = Deadline.in(Duration.ofSeconds(30));
        synchronized (events) {
            while (latest == null || !condition.test(latest)) {
                if (limit.hasPassed()) {
                    fail("waited in vain for " + what + "; it is " + latest + " after " + events);
                }
                pause(limit);
            }
            return latest;
        }
    }

    /** Waits for something that nobody tells. */
    void awaitTrue(BooleanSupplier condition, String what) {
        Deadline limit = Deadline.in(Duration.ofSeconds(30));
        while (!condition.getAsBoolean()) {
            if (limit.hasPassed()) {
                fail("waited in vain for " + what);
            }
            rest();
        }
    }

    /** Leaves the processor to those who are waited for. */
    private static void rest() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void pause(Deadline limit) {
        try {
            events.wait(1 + limit.remaining().toMillis());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    RunBench choose(Choice choice) {
        run.choose(choice);
        return this;
    }

    /** Takes the last device out if it is still in, and waits for the end. */
    Tally ended() {
        RunSnapshot last = await(
                snapshot -> isOver(snapshot) || isLastToBeTakenOut(snapshot), "the end or the last device to be out");
        if (!isOver(last)) {
            reader.clear();
        }
        return endedByItself();
    }

    private static boolean isOver(RunSnapshot snapshot) {
        return snapshot.phase() == RunPhase.COMPLETED || snapshot.phase() == RunPhase.HALTED;
    }

    private static boolean isLastToBeTakenOut(RunSnapshot snapshot) {
        return snapshot.next().isEmpty()
                && (snapshot.phase() == RunPhase.REMOVE_PROVISIONED || snapshot.phase() == RunPhase.REMOVE_FAILED);
    }

    Tally endedByItself() {
        try {
            return run.ended().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the run did not end: " + run.snapshot(), e);
        }
    }

    List<String> events() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }

    List<Outcome> outcomes() {
        return store.requests.find(request).orElseThrow().recipients().stream()
                .map(recipient -> recipient.outcome())
                .toList();
    }

    static List<String> steps(String... names) {
        return Arrays.stream(names).map(name -> "step " + name).toList();
    }

    @Override
    public void close() {
        if (run != null && !run.ended().isDone()) {
            run.choose(Choice.STOP);
        }
        station.close();
    }

    FakeKey insertUsed() {
        await(RunPhase.INSERT_DEVICE);
        FakeKey used = FakeKey.withPin("4711");
        reader.insert(used);
        await(RunPhase.ALREADY_PROVISIONED);
        return used;
    }

    FakeKey insertFor(String person) {
        await(RunPhase.INSERT_DEVICE, person);
        FakeKey key = new FakeKey();
        reader.insert(key);
        await(RunPhase.READY, person);
        return key;
    }

    void provision() {
        choose(Choice.PROVISION).await(RunPhase.REMOVE_PROVISIONED);
    }

    Problem problemOf(int position) {
        return store.requests
                .find(request)
                .orElseThrow()
                .recipients()
                .get(position - 1)
                .last()
                .orElseThrow()
                .problem()
                .orElseThrow();
    }

    FakeKey change(FakeKey old, String next) {
        reader.remove(old);
        return insertFor(next);
    }
}
