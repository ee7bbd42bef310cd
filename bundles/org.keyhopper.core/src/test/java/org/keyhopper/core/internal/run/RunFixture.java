package org.keyhopper.core.internal.run;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.directory.OutagePauses;
import org.keyhopper.core.fake.FakeConnector;
import org.keyhopper.core.fake.FakeDirectory;
import org.keyhopper.core.fake.FakeReader;
import org.keyhopper.core.fake.MemoryStore;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.station.ConfigurableStation;

/**
 * A station whose store, directory and devices are fakes, and what a run on it has reported.
 *
 * @param <S> the snapshots of the run
 */
public abstract class RunFixture<S> implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    public final MemoryStore store = new MemoryStore();
    public final FakeDirectory directory;
    public final FakeConnector connector;
    public final FakeReader reader = new FakeReader();
    public RequestId request;

    /** Guarded by itself. */
    private final List<RunEvent> events = new ArrayList<>();

    private S latest;

    protected RunFixture(String... people) {
        directory = new FakeDirectory().with(people);
        connector = new FakeConnector(directory);
        store.accounts.put(new DirectoryAccount("entra", "fake", new Settings(Map.of())));
    }

    /** Adds the fakes to the station, whose runs wait only briefly in outages. */
    protected final <T extends ConfigurableStation> T prepare(T station) {
        station.setOutagePauses(new OutagePauses(Duration.ofMillis(20), Duration.ofMillis(50)));
        station.add(connector);
        station.add(reader);
        return station;
    }

    protected final void createRequest(Profile profile, String... people) {
        List<Recipient> recipients =
                Stream.of(people).map(name -> new Recipient(name, "", "", "")).toList();
        request = store.requests.create("Spring", "entra", profile, recipients).id();
    }

    public void changed(S snapshot) {
        synchronized (events) {
            latest = snapshot;
            events.notifyAll();
        }
    }

    public void happened(RunEvent event) {
        synchronized (events) {
            events.add(event);
            events.notifyAll();
        }
    }

    public final List<RunEvent> reported() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }

    /** Waits until the run reports a snapshot that meets the condition. */
    public final S await(Predicate<S> condition, String what) {
        Deadline limit = Deadline.in(LIMIT);
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

    private void pause(Deadline limit) {
        try {
            events.wait(1 + limit.remaining().toMillis());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits for the end of a run. */
    protected static Tally awaitEnd(CompletableFuture<Tally> end, Object run) {
        try {
            return end.get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the run did not end: " + run, e);
        }
    }

    public final List<Outcome> outcomes() {
        return store.requests.find(request).orElseThrow().recipients().stream()
                .map(recipient -> recipient.outcome())
                .toList();
    }

    @Override
    public abstract void close();
}
