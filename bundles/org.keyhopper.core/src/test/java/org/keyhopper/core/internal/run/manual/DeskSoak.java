package org.keyhopper.core.internal.run.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.internal.run.SoakFaults;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunSnapshot;

/** As the one of printers, with a person at the desk, who now and then takes a card out too early. */
final class DeskSoak implements AutoCloseable {

    private static final int ROUNDS = 12;
    private static final double PULLED = 0.03;

    private final RunBench bench = new RunBench();
    private final SoakFaults faults;
    private final List<FakeKey> table = new ArrayList<>();
    private Optional<FakeKey> inReader = Optional.empty();
    private int runs;
    private int pulled;

    /** Also that of the run before, which is not one of the next. */
    private RunSnapshot last;

    DeskSoak(long seed) {
        faults = new SoakFaults(bench, seed);
    }

    /** Provisions one request of so many people; fails unless store, directory and cards agree afterwards. */
    void assertRequestIsProvisioned(int size) {
        String[] names = faults.people(size);
        faults.on = true;
        bench.start(names);
        work();
        faults.count();
        for (int round = 1; round < ROUNDS && !faults.isDone(); round++) {
            faults.settle(bench.station);
            faults.on = round < ROUNDS / 2;
            bench.again();
            work();
        }
        faults.settle(bench.station);
        faults.assertProvisioned(table, names);
        table.clear();
    }

    /** Does what the desk says until the run is over. */
    private void work() {
        runs++;
        while (true) {
            RunSnapshot before = last;
            last = bench.await(now -> now != before && now.request().id().equals(bench.request), "something to do");
            if (last.phase() == RunPhase.COMPLETED || last.phase() == RunPhase.HALTED) {
                bench.endedByItself();
                takeOut();
                return;
            }
            react(last);
        }
    }

    private void react(RunSnapshot now) {
        switch (now.phase()) {
            case INSERT_DEVICE -> {
                takeOut();
                put(faults.card());
            }
            case READY -> choose(now, Choice.PROVISION);
            case ALREADY_PROVISIONED -> choose(now, Choice.RESET_AND_PROVISION, Choice.TRY_NEW_DEVICE);
            case UNUSABLE_DEVICE -> choose(now, Choice.TRY_NEW_DEVICE, Choice.SKIP_USER);
            case REMOVE_DEVICE, REMOVE_PROVISIONED, REMOVE_FAILED -> takeOut();
            case DEVICE_PULLED -> {
                takeOut();
                choose(now, Choice.SET_ASIDE, Choice.TRY_AGAIN);
            }
            case WORKING -> pullNowAndThen();
            default -> {
                // Nothing is asked of the person.
            }
        }
    }

    private void choose(RunSnapshot now, Choice... wanted) {
        for (Choice choice : wanted) {
            if (now.choices().contains(choice)) {
                bench.choose(choice);
                return;
            }
        }
    }

    private void put(FakeKey card) {
        inReader = Optional.of(card);
        table.add(card);
        bench.reader.insert(card);
    }

    private void takeOut() {
        bench.reader.clear();
        inReader = Optional.empty();
    }

    private void pullNowAndThen() {
        boolean pull;
        synchronized (faults.random) {
            pull = faults.on && inReader.isPresent() && faults.random.nextDouble() < PULLED;
        }
        if (pull) {
            pulled++;
            bench.reader.remove(inReader.get());
        }
    }

    String figures() {
        return "desk: " + runs + " runs, " + pulled + " cards taken out too early, " + faults.figures();
    }

    @Override
    public void close() {
        bench.close();
    }
}
