package org.keyhopper.core.internal.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.request.DeviceLabel;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.ceremony.CeremonyOrder.Treatment;
import org.keyhopper.core.fake.Act;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.FakeReader;
import org.keyhopper.core.fake.Trouble;
import org.keyhopper.core.internal.device.Identification;
import org.keyhopper.core.internal.device.LiveDevices;
import org.keyhopper.core.internal.reset.Reinsertion;
import org.keyhopper.core.request.OutcomeRecord;

/** A key of a former holder at a desk whose operator removes and reinserts it, or another one. */
final class ReinsertionBench implements AutoCloseable {

    static final Duration LONG = Duration.ofSeconds(30);
    static final DeviceLabel LABEL = new DeviceLabel.Printed("4711-0815");
    static final CredentialId FORMER = CredentialId.of(new byte[] {9});

    final CeremonyBench bench = new CeremonyBench();
    final FakeReader reader = new FakeReader();
    final LiveDevices devices = new LiveDevices(FakeReader.factory(), new Identification(bench.store.inventory));
    final FakeKey key = FakeKey.usb("1");
    FakeKey broughtBack = key;
    int takenOut;

    ReinsertionBench() {
        devices.add(reader);
        devices.snapshot();
        key.credentials.put(FORMER, "login.example");
        bench.treatment = Treatment.RESET_FIRST;
        bench.reinsertion = reinsertion(LONG, LONG, LONG);
        bench.confirmation = question -> Optional.of(LABEL);
        bench.hands = this::obey;
    }

    Reinsertion reinsertion(Duration takingOut, Duration puttingBack, Duration window) {
        return bench.reinsertion(devices, new Reinsertion.Times(takingOut, puttingBack, LONG, window));
    }

    @Override
    public void close() {
        devices.close();
    }

    OutcomeRecord perform() {
        return bench.performOn(devices, reader.insert(key, "Port 1"));
    }

    /** Does what a willing person does. */
    void obey(Instruction instruction) {
        switch (instruction) {
            case Instruction.TakeOut out -> {
                takenOut++;
                reader.remove(key);
            }
            case Instruction.PutBack back -> reader.insert(broughtBack, "Port 2");
            case Instruction.Swap swap -> {
                reader.remove(broughtBack);
                reader.insert(key, "Port 3");
            }
            default -> {}
        }
    }

    Stream<Instruction.Swap> swaps() {
        return bench.instructions.stream()
                .filter(Instruction.Swap.class::isInstance)
                .map(Instruction.Swap.class::cast);
    }

    void bringBack(FakeKey other) {
        broughtBack = other;
    }

    void refuseReset(DeviceProblem problem) {
        key.troubledBy(Act.RESET, Trouble.REFUSED).refusal = Problem.of(problem);
    }

    void assertFailedWithoutReset(OutcomeRecord outcome, ProblemCode code) {
        assertEquals(Outcome.FAILED, outcome.outcome());
        assertTrue(outcome.problem().orElseThrow().is(code), outcome.problem()::toString);
        assertTrue(key.credentials.containsKey(FORMER));
        assertEquals(new Instruction.None(), bench.instructions.getLast());
    }
}
