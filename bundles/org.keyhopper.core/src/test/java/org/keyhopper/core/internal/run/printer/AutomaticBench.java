package org.keyhopper.core.internal.run.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keyhopper.api.policy.StationPolicy;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.automatic.AutomaticChoice;
import org.keyhopper.core.automatic.AutomaticListener;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.AutomaticOrder.OnProvisioned;
import org.keyhopper.core.automatic.AutomaticOrder.Pace;
import org.keyhopper.core.automatic.AutomaticOrder.Resumption;
import org.keyhopper.core.automatic.AutomaticRun;
import org.keyhopper.core.automatic.AutomaticSnapshot;
import org.keyhopper.core.automatic.PrinterChoice;
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.automatic.PrinterSnapshot;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.directory.OutagePauses;
import org.keyhopper.core.fake.FakeConnector;
import org.keyhopper.core.fake.FakeDirectory;
import org.keyhopper.core.fake.FakeMetadata;
import org.keyhopper.core.fake.FakePrinter;
import org.keyhopper.core.fake.FakeReader;
import org.keyhopper.core.fake.FakeVerifier;
import org.keyhopper.core.fake.MemoryStore;
import org.keyhopper.core.fake.SilentPrompts;
import org.keyhopper.core.internal.ceremony.CeremonyBench;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunRefused;
import org.keyhopper.core.station.WorkingStation;

/** A station with fakes all around, two printers, and a run through them. */
final class AutomaticBench implements AutomaticListener, AutoCloseable {

    static final Profile PROFILE = CeremonyBench.with(new PinRule.Random(6));

    final MemoryStore store = new MemoryStore();
    final FakeDirectory directory = new FakeDirectory().with("anna", "bert", "cleo", "dora", "emil", "fred");
    final FakeConnector connector = new FakeConnector(directory);
    final FakeReader reader = new FakeReader();
    final FakePrinter first = new FakePrinter("first", reader, "Reader A");
    final FakePrinter second = new FakePrinter("second", reader, "Reader B");
    final WorkingStation station;

    /** Guarded by itself. */
    private final List<RunEvent> events = new ArrayList<>();

    private AutomaticSnapshot latest;
    OnProvisioned provisioned = OnProvisioned.REJECT;
    Resumption resumption = Resumption.WHEN_TOLD;
    Pace pace = Pace.OVERLAPPING;
    Profile profile = PROFILE;
    RequestId request;
    AutomaticRun run;

    AutomaticBench() {
        this(RunClock.SYSTEM);
    }

    AutomaticBench(RunClock clock) {
        station = new WorkingStation(
                store.records(),
                FakeReader.factory(),
                new FakeVerifier(),
                new FakeMetadata(),
                StationPolicy.OPEN,
                clock);
        store.accounts.put(new DirectoryAccount("entra", "fake", new Settings(Map.of())));
        station.pauseInOutages(new OutagePauses(Duration.ofMillis(20), Duration.ofMillis(50)));
        station.add(connector);
        station.add(reader);
        station.add(first);
        station.add(second);
    }

    AutomaticBench start(String... people) {
        return start(List.of(first), people);
    }

    AutomaticBench start(List<FakePrinter> printers, String... people) {
        return started(printers.stream().map(FakePrinter::address).toList(), people);
    }

    AutomaticBench start(PrinterAddress printer, String... people) {
        return started(List.of(printer), people);
    }

    private AutomaticBench started(List<PrinterAddress> printers, String... people) {
        try {
            return ordered(printers, people);
        } catch (RunRefused e) {
            throw new AssertionError(e);
        }
    }

    AutomaticBench order(List<FakePrinter> printers, String... people) throws RunRefused {
        return ordered(printers.stream().map(FakePrinter::address).toList(), people);
    }

    private AutomaticBench ordered(List<PrinterAddress> printers, String... people) throws RunRefused {
        List<Recipient> recipients =
                Stream.of(people).map(name -> new Recipient(name, "", "", "")).toList();
        request = store.requests.create("Spring", "entra", profile, recipients).id();
        List<AutomaticOrder.PrinterOrder> orders = printers.stream()
                .map(printer -> new AutomaticOrder.PrinterOrder(printer, Encoder.CONTACT, ""))
                .toList();
        run = station.startAutomatic(
                new AutomaticOrder(request, orders, provisioned, resumption, pace), new SilentPrompts(), this);
        return this;
    }

    @Override
    public void changed(AutomaticSnapshot snapshot) {
        synchronized (events) {
            latest = snapshot;
            events.notifyAll();
        }
    }

    @Override
    public void happened(RunEvent event) {
        synchronized (events) {
            events.add(event);
        }
    }

    AutomaticSnapshot await(PrinterPhase phase) {
        return await(snapshot -> snapshot.printers().getFirst().phase() == phase, phase.toString());
    }

    AutomaticSnapshot await(Predicate<AutomaticSnapshot> condition, String what) {
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

    private void pause(Deadline limit) {
        try {
            events.wait(1 + limit.remaining().toMillis());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    AutomaticBench choose(PrinterChoice choice) {
        run.choose(0, choice);
        return this;
    }

    AutomaticBench choose(AutomaticChoice choice) {
        run.choose(choice);
        return this;
    }

    Tally ended() {
        try {
            return run.ended().get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the run did not end: " + run.snapshot(), e);
        }
    }

    List<Outcome> outcomes() {
        return store.requests.find(request).orElseThrow().recipients().stream()
                .map(recipient -> recipient.outcome())
                .toList();
    }

    <E extends RunEvent> List<E> events(Class<E> kind) {
        synchronized (events) {
            return events.stream().filter(kind::isInstance).map(kind::cast).toList();
        }
    }

    @Override
    public void close() {
        if (run != null && !run.ended().isDone()) {
            run.choose(AutomaticChoice.STOP_AFTER_THIS_CARD);
            ended();
        }
        station.close();
    }

    void assertEachCardHoldsOne() {
        Set<Object> seen = new HashSet<>();
        first.output.forEach(card -> {
            assertEquals(1, card.credentials.size());
            assertTrue(seen.addAll(card.credentials.keySet()));
        });
        assertEquals(seen.size(), directory.passkeys.size());
    }

    PrinterSnapshot printer() {
        return run.snapshot().printers().getFirst();
    }
}
