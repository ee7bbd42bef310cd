package org.keyhopper.core.internal.run.manual;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.factory.StationFactory;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.FakeMetadata;
import org.keyhopper.core.fake.FakeReader;
import org.keyhopper.core.fake.FakeVerifier;
import org.keyhopper.core.fake.SilentPrompts;
import org.keyhopper.core.internal.ceremony.CeremonyBench;
import org.keyhopper.core.internal.run.RunFixture;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.Run;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunRefusedException;
import org.keyhopper.core.run.RunSnapshot;
import org.keyhopper.core.station.ConfigurableStation;

/** A station with fakes all around, one run on it, and hands that wait for what the desk says. */
final class RunBench extends RunFixture<RunSnapshot> implements RunListener {

    static final Profile PROFILE = CeremonyBench.with(new PinRule.Random(6));

    final ConfigurableStation station;
    Run run;

    RunBench() {
        super("anna", "bert", "cleo");
        station = prepare(StationFactory.create(store, FakeReader.factory(), new FakeVerifier(), new FakeMetadata()));
    }

    RunBench start(String... people) {
        return start(PROFILE, people);
    }

    RunBench start(Profile profile, String... people) {
        createRequest(profile, people);
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

    /** Waits for a condition that no event reports. */
    void awaitTrue(BooleanSupplier condition, String what) {
        Deadline limit = Deadline.in(Duration.ofSeconds(30));
        while (!condition.getAsBoolean()) {
            if (limit.hasPassed()) {
                fail("waited in vain for " + what);
            }
            rest();
        }
    }

    /** Yields to the threads that are waited for. */
    private static void rest() {
        try {
            Thread.sleep(1);
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
        return awaitEnd(run.ended(), run.snapshot());
    }

    List<String> events() {
        return reported().stream().map(RunBench::line).toList();
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
