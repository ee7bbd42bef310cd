package org.keyhopper.core.internal.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.core.ceremony.CeremonyOrder.Treatment;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.fake.Act;
import org.keyhopper.core.fake.FakeDirectory.Call;
import org.keyhopper.core.fake.FakeDirectory.Mishap;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.run.RunProblem;

class CeremonyTest {

    private final CeremonyBench bench = new CeremonyBench();

    @Test
    void aNewKeyIsProvisionedAndProvedInTheOneSafeOrder() {
        OutcomeRecord outcome = bench.perform();
        assertEquals(Outcome.PROVISIONED, outcome.outcome());
        assertEquals(
                List.of(
                        JournalPoint.STARTED,
                        JournalPoint.PIN_SETTING,
                        JournalPoint.PIN_SET,
                        JournalPoint.MAKING,
                        JournalPoint.MADE,
                        JournalPoint.REGISTERING,
                        JournalPoint.REGISTERED,
                        JournalPoint.PROVED,
                        JournalPoint.FINISHING,
                        JournalPoint.FINISHED),
                bench.store.journal.points());
        assertEquals(
                List.of(
                        Act.INFO,
                        Act.SET_PIN,
                        Act.ENTERPRISE,
                        Act.MAKE,
                        Act.SIGN,
                        Act.ALWAYS_UV,
                        Act.MINIMUM,
                        Act.FORCE_CHANGE),
                bench.key.acts);
        assertEquals(List.of(Call.ELIGIBILITY, Call.BEGIN, Call.COMPLETE, Call.READ_BACK), bench.directory.calls);
        assertTrue(bench.store.journal.last().closed());
    }

    @Test
    void theStepsDoneAreThosePlanned() {
        bench.perform();
        assertEquals(bench.planned, bench.done);
        assertFalse(bench.planned.contains(CeremonyStep.RESET));
        assertEquals(CeremonyStep.FINISH, bench.planned.getLast());
    }

    @Test
    void whatWasMadeStandsInOutcomeAndInventory() {
        OutcomeRecord outcome = bench.perform();
        var credential = bench.key.credentials.keySet().iterator().next();
        assertEquals(credential, outcome.passkey().orElseThrow().credentialId());
        InventoryEntry entry = bench.store.inventory.list().getFirst();
        assertEquals(credential, entry.credential());
        assertEquals("id-anna", entry.userId());
        assertEquals(InventoryEntry.State.IN_USE, entry.state());
        assertEquals(outcome.passkey().get().passkeyId().orElseThrow(), entry.passkeyId());
    }

    @Test
    void aProfileWithNothingToFinishSaysAtTheProofThatItWasTheLast() {
        OutcomeRecord outcome = bench.perform(CeremonyBench.with(new PinRule.Random(6)));
        assertEquals(Outcome.PROVISIONED, outcome.outcome());
        assertFalse(bench.planned.contains(CeremonyStep.FINISH));
        assertEquals("true", bench.store.journal.last().fact("complete").orElseThrow());
    }

    @Test
    void aKeyThatThePersonHasAlreadyIsSkippedAndLeftAsItWas() {
        bench.key = FakeKey.withPin("4711");
        bench.typed.add("4711");
        CredentialId own = CredentialId.of(new byte[] {5});
        bench.key.credentials.put(own, "login.example");
        bench.directory.exclude.add(own);
        OutcomeRecord outcome = bench.perform(CeremonyBench.with(new PinRule.Keep()));
        assertEquals(Outcome.SKIPPED, outcome.outcome());
        assertTrue(outcome.problem().orElseThrow().is(DeviceProblem.CREDENTIAL_EXCLUDED));
        assertEquals(Set.of(own), bench.key.credentials.keySet());
        assertTrue(bench.directoryIsClean());
    }

    @Test
    void optionsThatRunOutOnTheWayAreRefusedAndTheKeyIsBlankAgain() {
        bench.directory.expires = Instant.now().plusSeconds(20);
        OutcomeRecord outcome = bench.perform();
        bench.assertFailedClean(outcome, DirectoryProblem.OPTIONS_EXPIRED);
        assertFalse(bench.key.acts.contains(Act.MAKE));
    }

    @Test
    void aFaultyNewCredentialIsNeverRegistered() {
        bench.verifier.findsFaultWithNew = true;
        bench.assertFailedClean(bench.perform(), DeviceProblem.ATTESTATION_INVALID);
        assertFalse(bench.directory.calls.contains(Call.COMPLETE));
    }

    @Test
    void whatCannotBeProvedIsTakenBackFromTheDirectory() {
        bench.verifier.findsFaultWithAssertion = true;
        bench.assertFailedClean(bench.perform(), DeviceProblem.ASSERTION_INVALID);
        assertTrue(bench.directory.calls.contains(Call.DELETE));
    }

    @Test
    void aHandleThatShowsAnotherCredentialIsNeverDeleted() {
        bench.directory.showsAnother = true;
        OutcomeRecord outcome = bench.perform();
        assertEquals(Outcome.UNCLEAR, outcome.outcome());
        assertTrue(outcome.problem().orElseThrow().is(DirectoryProblem.NOT_READ_BACK));
        assertFalse(bench.directory.calls.contains(Call.DELETE));
    }

    @Test
    void aFollowerAtFaultDoesNotSpoilTheCeremony() {
        bench.followerThrows = true;
        assertEquals(Outcome.PROVISIONED, bench.perform().outcome());
    }

    @Test
    void aCardWhosePresenceIsUsedUpIsPoweredOffAndOnOnce() {
        bench.key = FakeKey.withPin("4711");
        bench.key.presencePerPowerUp = 1;
        bench.key.powerUp();
        bench.treatment = Treatment.RESET_FIRST;
        assertEquals(Outcome.PROVISIONED, bench.perform().outcome());
        assertEquals(2, bench.key.acts.stream().filter(Act.MAKE::equals).count());
    }

    @Test
    void aKeyThatWasNotTouchedIsNotAskedAgain() {
        bench.key.kind = DeviceKind.USB_KEY;
        bench.key.presencePerPowerUp = 0;
        bench.key.powerUp();
        bench.key.powerCycles = false;
        OutcomeRecord outcome = bench.perform();
        assertTrue(outcome.problem().orElseThrow().is(DeviceProblem.PRESENCE_REQUIRED));
        assertEquals(1, bench.key.acts.stream().filter(Act.MAKE::equals).count());
    }

    @Test
    void aKeyThatCannotBeResetKeepsThePinAndThatIsUnclear() {
        bench.key.powerCycles = false;
        bench.directory.failingAt(Call.COMPLETE, Mishap.REFUSED);
        OutcomeRecord outcome = bench.perform();
        assertEquals(Outcome.UNCLEAR, outcome.outcome());
        assertEquals(1, outcome.notes().size());
        assertTrue(outcome.notes().getFirst().is(RunProblem.LEFT_PIN_ON_DEVICE));
        assertTrue(bench.key.credentials.isEmpty());
        assertFalse(bench.store.pins.isEmpty());
        assertFalse(bench.store.journal.points().contains(JournalPoint.UNDONE));
    }

    @Test
    void anOldKeyThatCannotBeResetKeepsTheCredentialAndThatIsReported() {
        bench.key = FakeKey.old();
        bench.key.powerCycles = false;
        bench.directory.failingAt(Call.COMPLETE, Mishap.REFUSED);
        OutcomeRecord outcome = bench.perform();
        assertEquals(Outcome.UNCLEAR, outcome.outcome());
        assertTrue(outcome.notes().stream().anyMatch(note -> note.is(RunProblem.LEFT_CREDENTIAL_ON_DEVICE)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SIGNED")
    void aStoreThatFailsEndsTheCeremonyAtOnceAndLeavesItUnclear(JournalPoint point) {
        bench.store.journal.failAt(point.name());
        bench.key = FakeKey.withPin("4711");
        bench.treatment = Treatment.RESET_FIRST;
        if (point == JournalPoint.UNDOING || point == JournalPoint.UNDONE) {
            bench.verifier.findsFaultWithNew = true;
        }
        assertThrows(StoreException.class, bench::perform);
        assertEquals(point == JournalPoint.STARTED ? Outcome.PENDING : Outcome.UNCLEAR, bench.outcome());
    }
}
