package org.keyhopper.core.internal.run.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.core.fake.Act;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.internal.ceremony.CeremonyBench;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunSnapshot;

/** The choices of the operator for a device that is assigned, or that cannot be used. */
class UsedDeviceRunTest {

    private final RunBench bench = new RunBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void onAnAlreadyProvisionedDeviceTheOperatorErases() {
        bench.start("anna");
        FakeKey used = bench.insertUsed();
        assertFalse(bench.run.snapshot().choices().contains(Choice.PROVISION));
        bench.choose(Choice.PROVISION).choose(Choice.RESET_AND_PROVISION);
        assertEquals(new Tally(1, 1, 0, 0, 0, 0), bench.ended());
        assertTrue(used.acts.contains(Act.RESET));
    }

    @Test
    void onAnAlreadyProvisionedDeviceTheOperatorTriesAnother() {
        bench.start("anna");
        FakeKey used = bench.insertUsed();
        bench.choose(Choice.TRY_NEW_DEVICE).await(RunPhase.REMOVE_DEVICE, "anna");
        bench.reader.remove(used);
        bench.await(RunPhase.INSERT_DEVICE, "anna");
        bench.insertFor("anna");
        bench.choose(Choice.PROVISION).ended();
        assertEquals(List.of(Outcome.PROVISIONED), bench.outcomes());
        assertTrue(used.hasPin());
    }

    @Test
    void onAnAlreadyProvisionedDeviceTheOperatorGoesOnWithTheNext() {
        bench.start("anna", "bert");
        FakeKey used = bench.insertUsed();
        bench.choose(Choice.NEXT_USER).await(RunPhase.REMOVE_FAILED);
        assertEquals(List.of(Outcome.SKIPPED, Outcome.PENDING), bench.outcomes());
        assertTrue(bench.problemOf(1).is(RunProblem.PASSED_OVER));
        bench.reader.remove(used);
        bench.await(RunPhase.INSERT_DEVICE, "bert");
    }

    @Test
    void onAnAlreadyProvisionedDeviceTheOperatorSkipsThePersonAndKeepsTheDeviceIn() {
        bench.start("anna", "bert");
        bench.insertUsed();
        bench.choose(Choice.SKIP_USER).await(RunPhase.ALREADY_PROVISIONED, "bert");
        assertEquals(List.of(Outcome.SKIPPED, Outcome.PENDING), bench.outcomes());
    }

    @Test
    void onAnAlreadyProvisionedDeviceAProgramFailsThePerson() {
        bench.start("anna");
        bench.insertUsed();
        bench.choose(Choice.FAIL_USER).ended();
        assertEquals(List.of(Outcome.FAILED), bench.outcomes());
        assertTrue(bench.problemOf(1).is(DeviceProblem.ALREADY_PROVISIONED));
    }

    @Test
    void aPinAloneDoesNotMakeADeviceSomebodysWhereTheProfileKeepsIt() {
        bench.start(CeremonyBench.with(new PinRule.Keep()), "anna").await(RunPhase.INSERT_DEVICE);
        bench.reader.insert(FakeKey.withPin("4711"));
        bench.await(RunPhase.READY);
    }

    @Test
    void aDeviceOfTheInventoryIsSomebodysAlsoWithoutPin() {
        bench.start("anna", "bert");
        FakeKey key = bench.insertFor("anna");
        key.serial = Optional.empty();
        bench.provision();
        bench.reader.remove(key);
        bench.await(RunPhase.INSERT_DEVICE, "bert");
        bench.reader.insert(key);
        RunSnapshot snapshot = bench.await(RunPhase.ALREADY_PROVISIONED, "bert");
        assertEquals(
                "anna", snapshot.device().orElseThrow().known().orElseThrow().holder());
    }

    @ParameterizedTest
    @EnumSource(
            value = Choice.class,
            names = {"TRY_NEW_DEVICE", "NEXT_USER", "SKIP_USER", "FAIL_USER"})
    void onAnUnusableDeviceEachChoiceDoesWhatItSays(Choice choice) {
        bench.start("anna", "bert").await(RunPhase.INSERT_DEVICE);
        FakeKey unusable = new FakeKey();
        unusable.obstacle = Optional.of(Problem.of(DeviceProblem.NO_FIDO_APPLET));
        bench.reader.insert(unusable);
        bench.await(RunPhase.UNUSABLE_DEVICE, "anna");
        bench.choose(choice);
        switch (choice) {
            case TRY_NEW_DEVICE -> bench.await(RunPhase.REMOVE_DEVICE, "anna");
            case SKIP_USER -> bench.await(RunPhase.UNUSABLE_DEVICE, "bert");
            default -> bench.await(RunPhase.REMOVE_FAILED, "anna");
        }
        Outcome expected =
                switch (choice) {
                    case TRY_NEW_DEVICE -> Outcome.PENDING;
                    case FAIL_USER -> Outcome.FAILED;
                    default -> Outcome.SKIPPED;
                };
        assertEquals(expected, bench.outcomes().getFirst());
        if (choice == Choice.FAIL_USER) {
            assertTrue(bench.problemOf(1).is(DeviceProblem.NO_FIDO_APPLET));
        }
    }
}
