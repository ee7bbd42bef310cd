package org.keyhopper.core.internal.run.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.keyhopper.api.policy.StationPolicy;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;
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
import org.keyhopper.core.fake.FakeMetadata;
import org.keyhopper.core.fake.FakePrinter;
import org.keyhopper.core.fake.FakeReader;
import org.keyhopper.core.fake.FakeVerifier;
import org.keyhopper.core.fake.SilentPrompts;
import org.keyhopper.core.internal.ceremony.CeremonyBench;
import org.keyhopper.core.internal.run.RunFixture;
import org.keyhopper.core.internal.station.LocalStation;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunRefusedException;

/** A station with fakes all around, two printers, and a run through them. */
final class AutomaticBench extends RunFixture<AutomaticSnapshot> implements AutomaticListener {

    static final Profile PROFILE = CeremonyBench.with(new PinRule.Random(6));

    final FakePrinter first = new FakePrinter("first", reader, "Reader A");
    final FakePrinter second = new FakePrinter("second", reader, "Reader B");
    final LocalStation station;
    OnProvisioned provisioned = OnProvisioned.REJECT;
    Resumption resumption = Resumption.BY_OPERATOR;
    Pace pace = Pace.OVERLAPPING;
    Profile profile = PROFILE;
    AutomaticRun run;

    AutomaticBench() {
        this(RunClock.SYSTEM);
    }

    AutomaticBench(RunClock clock) {
        super("anna", "bert", "cleo", "dora", "emil", "fred");
        station = prepare(new LocalStation(
                store, FakeReader.factory(), new FakeVerifier(), new FakeMetadata(), StationPolicy.OPEN, clock));
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
        } catch (RunRefusedException e) {
            throw new AssertionError(e);
        }
    }

    AutomaticBench order(List<FakePrinter> printers, String... people) throws RunRefusedException {
        return ordered(printers.stream().map(FakePrinter::address).toList(), people);
    }

    private AutomaticBench ordered(List<PrinterAddress> printers, String... people) throws RunRefusedException {
        createRequest(profile, people);
        List<AutomaticOrder.PrinterOrder> orders = printers.stream()
                .map(printer -> new AutomaticOrder.PrinterOrder(printer, Encoder.CONTACT, ""))
                .toList();
        run = station.startAutomatic(
                new AutomaticOrder(request, orders, provisioned, resumption, pace), new SilentPrompts(), this);
        return this;
    }

    AutomaticSnapshot await(PrinterPhase phase) {
        return await(snapshot -> snapshot.printers().getFirst().phase() == phase, phase.toString());
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
        return awaitEnd(run.ended(), run.snapshot());
    }

    <E extends RunEvent> List<E> events(Class<E> kind) {
        return reported().stream().filter(kind::isInstance).map(kind::cast).toList();
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
