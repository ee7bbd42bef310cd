package org.keyhopper.core.internal.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.device.MetadataProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.PinQuestion;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;
import org.keyhopper.core.ceremony.CeremonyOrder.Treatment;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.fake.FakeDirectory.Call;
import org.keyhopper.core.fake.FakeDirectory.Mishap;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.FakeKey.Act;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.metadata.MetadataFile;
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
        assertEquals(List.of(Call.OBSTACLES, Call.BEGIN, Call.COMPLETE, Call.READ_BACK), bench.directory.calls);
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
    void thePinIsConfirmedOnceTheDeviceTookIt() {
        bench.perform();
        assertTrue(bench.store.pins.isConfirmed(bench.store.journal.last().id()));
        assertEquals(6, bench.key.pinLength());
        assertTrue(bench.key.isChangeForced());
    }

    @Test
    void thePinIsLongEnoughForTheMinimumThatComesLater() {
        bench.perform(new Profile(
                new PinRule.Random(4), OptionalInt.of(8), Set.of(), Profile.Unsupported.LEAVE_OUT, "", Set.of()));
        assertEquals(8, bench.key.pinLength());
        assertEquals(8, bench.key.minPinLength());
    }

    @Test
    void aProfileWithNothingToFinishSaysAtTheProofThatItWasTheLast() {
        OutcomeRecord outcome = bench.perform(CeremonyBench.with(new PinRule.Random(6)));
        assertEquals(Outcome.PROVISIONED, outcome.outcome());
        assertFalse(bench.planned.contains(CeremonyStep.FINISH));
        assertEquals("true", bench.store.journal.last().fact("complete").orElseThrow());
    }

    @Test
    void anOldKeyIsProvisionedWithoutWhatItCannotDoAndThatIsSaid() {
        bench.key = FakeKey.old();
        OutcomeRecord outcome = bench.perform();
        assertEquals(Outcome.PROVISIONED, outcome.outcome());
        assertEquals(4, outcome.notes().size());
        assertTrue(outcome.notes().stream().allMatch(note -> note.is(RunProblem.NOT_APPLIED)));
    }

    @Test
    void anAttestationThatDoesNotNameTheKeyIsSaid() {
        bench.key.attestsEnterprise = false;
        OutcomeRecord outcome = bench.perform();
        assertEquals(Outcome.PROVISIONED, outcome.outcome());
        assertEquals(List.of(Problem.of(RunProblem.NOT_APPLIED, "demand.enterprise-attestation")), outcome.notes());
    }

    @Test
    void aStrictProfileTakesNoAttestationThatDoesNotNameTheKey() {
        bench.key.attestsEnterprise = false;
        OutcomeRecord outcome = bench.perform(new Profile(
                new PinRule.Random(6),
                OptionalInt.empty(),
                Set.of(Profile.Option.ENTERPRISE_ATTESTATION),
                Profile.Unsupported.REFUSE,
                "",
                Set.of()));
        assertEquals(Outcome.FAILED, outcome.outcome());
        assertTrue(outcome.problem().orElseThrow().is(DeviceProblem.NOT_SUPPORTED));
        assertTrue(bench.key.isBlank());
        assertTrue(bench.directoryIsClean());
    }

    @Test
    void aStrictProfileRefusesAnOldKeyBeforeAnythingIsChanged() {
        bench.key = FakeKey.old();
        OutcomeRecord outcome = bench.perform(new Profile(
                new PinRule.Random(6),
                OptionalInt.empty(),
                Set.of(Profile.Option.FORCE_PIN_CHANGE),
                Profile.Unsupported.REFUSE,
                "",
                Set.of()));
        assertFailedUntouched(outcome, DeviceProblem.NOT_SUPPORTED);
    }

    @Test
    void aModelOutsideTheProfileIsRefused() {
        OutcomeRecord outcome = bench.perform(new Profile(
                new PinRule.Random(6),
                OptionalInt.empty(),
                Set.of(),
                Profile.Unsupported.LEAVE_OUT,
                "",
                Set.of(new UUID(1, 1))));
        assertFailedUntouched(outcome, RunProblem.MODEL_NOT_IN_PROFILE);
    }

    @Test
    void aMakerToBeProvenTakesMetadata() {
        assertFailedUntouched(bench.perform(provenMaker()), MetadataProblem.MISSING);
    }

    @Test
    void aModelThatTheMetadataDoesNotKnowIsRefused() {
        keepMetadata();
        assertFailedUntouched(bench.perform(provenMaker()), MetadataProblem.MODEL_UNKNOWN);
    }

    @Test
    void aDeviceThatDoesNotProveItsMakerIsLeftAsItWas() {
        keepMetadata();
        bench.metadata.known.add(bench.key.aaguid);
        bench.metadata.provesMakers = false;
        OutcomeRecord outcome = bench.perform(provenMaker());
        assertEquals(Outcome.FAILED, outcome.outcome());
        assertTrue(outcome.problem().orElseThrow().is(MetadataProblem.MAKER_NOT_PROVEN));
        assertTrue(bench.directoryIsClean());
    }

    @Test
    void aProvenMakerIsProvisioned() {
        keepMetadata();
        bench.metadata.known.add(bench.key.aaguid);
        assertEquals(Outcome.PROVISIONED, bench.perform(provenMaker()).outcome());
    }

    private void keepMetadata() {
        bench.store.metadata.keep(new MetadataFile("1".getBytes(StandardCharsets.US_ASCII), Optional.empty()));
    }

    private static Profile provenMaker() {
        return new Profile(
                new PinRule.Random(6),
                OptionalInt.empty(),
                Set.of(Profile.Option.PROVEN_MAKER),
                Profile.Unsupported.LEAVE_OUT,
                "",
                Set.of());
    }

    @Test
    void aFullKeyIsRefused() {
        bench.key.slots = OptionalInt.of(0);
        assertFailedUntouched(bench.perform(), DeviceProblem.KEY_STORE_FULL);
    }

    @Test
    void aPinLongerThanTheKeyTakesIsRefusedBeforeTheKeyIsErased() {
        bench.key = FakeKey.withPin("4711");
        bench.key.maxPinLength = 6;
        bench.treatment = Treatment.RESET_FIRST;
        OutcomeRecord outcome = bench.perform(CeremonyBench.with(new PinRule.Random(8)));
        assertEquals(Outcome.FAILED, outcome.outcome());
        assertTrue(outcome.problem().orElseThrow().is(DeviceProblem.PIN_POLICY_VIOLATION));
        assertFalse(bench.key.acts.contains(Act.RESET));
    }

    @Test
    void whatTheDirectoryForbidsIsRefusedBeforeAnythingIsChanged() {
        bench.directory.obstacles.add(Problem.of(DirectoryProblem.AAGUID_NOT_ALLOWED));
        assertFailedUntouched(bench.perform(), DirectoryProblem.AAGUID_NOT_ALLOWED);
    }

    @Test
    void aKeyWithAPinIsRefusedUnlessItIsErasedFirst() {
        bench.key = FakeKey.withPin("4711");
        OutcomeRecord refused = bench.perform();
        assertTrue(refused.problem().orElseThrow().is(DeviceProblem.PIN_ALREADY_SET));
        bench.treatment = Treatment.RESET_FIRST;
        assertEquals(Outcome.PROVISIONED, bench.perform().outcome());
        assertEquals(CeremonyStep.RESET, bench.planned.get(1));
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
        assertFailedClean(outcome, DirectoryProblem.OPTIONS_EXPIRED);
        assertFalse(bench.key.acts.contains(Act.MAKE));
    }

    @Test
    void aFaultyNewCredentialIsNeverRegistered() {
        bench.verifier.findsFaultWithNew = true;
        assertFailedClean(bench.perform(), DeviceProblem.ATTESTATION_INVALID);
        assertFalse(bench.directory.calls.contains(Call.COMPLETE));
    }

    @Test
    void whatCannotBeProvedIsTakenBackFromTheDirectory() {
        bench.verifier.findsFaultWithAssertion = true;
        assertFailedClean(bench.perform(), DeviceProblem.ASSERTION_INVALID);
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
    void aKeyThatCannotBeErasedKeepsThePinAndThatIsUnclear() {
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
    void anOldKeyThatCannotBeErasedKeepsTheCredentialTooAndThatIsSaid() {
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

    @Test
    void aStoreThatFailsBeforeThePinIsKeptLeavesTheKeyUntouched() {
        bench.store.journal.failAt(JournalPoint.PIN_SETTING.name());
        assertThrows(StoreException.class, bench::perform);
        assertTrue(bench.key.isBlank());
    }

    @Test
    void aKeptPinIsAskedForAndNotKeptByUs() {
        bench.key = FakeKey.withPin("4711");
        bench.typed.add("4711");
        OutcomeRecord outcome = bench.perform(CeremonyBench.with(new PinRule.Keep()));
        assertEquals(Outcome.PROVISIONED, outcome.outcome());
        assertTrue(bench.store.pins.isEmpty());
        assertEquals(PinQuestion.Kind.EXISTING, bench.questions.getFirst().kind());
        assertEquals(OptionalInt.of(8), bench.questions.getFirst().retries());
    }

    @Test
    void aWrongKeptPinIsAskedForAgainButTheLastTriesAreTheHolders() {
        bench.key = FakeKey.withPin("4711");
        bench.typed.addAll(List.of("1", "2", "3", "4", "5", "6", "7", "8", "9"));
        OutcomeRecord outcome = bench.perform(CeremonyBench.with(new PinRule.Keep()));
        assertFailedWith(outcome, DeviceProblem.PIN_INVALID);
        assertEquals(3, bench.key.retries());
        assertEquals(5, bench.questions.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void withFewTriesLeftAPersonIsAskedOnceAndNobodyTwice(int left) {
        bench.key = FakeKey.withPin("4711");
        bench.key.setRetries(left);
        bench.typed.addAll(List.of("1", "4711"));
        assertFailedWith(bench.perform(CeremonyBench.with(new PinRule.Keep())), DeviceProblem.PIN_INVALID);
        assertEquals(1, bench.questions.size());
        assertEquals(OptionalInt.of(left), bench.questions.getFirst().retries());
    }

    @Test
    void aBlockedPinIsRefusedBeforeAnybodyIsAsked() {
        bench.key = FakeKey.withPin("4711");
        bench.key.setRetries(0);
        assertFailedWith(bench.perform(CeremonyBench.with(new PinRule.Keep())), DeviceProblem.PIN_BLOCKED);
        assertTrue(bench.questions.isEmpty());
    }

    @Test
    void nobodyWhoTypesNoPinIsProvisioned() {
        assertFailedUntouched(bench.perform(CeremonyBench.with(new PinRule.Entered())), RunProblem.PIN_NOT_ENTERED);
    }

    @Test
    void randomPinsThatTheKeyCallsTooSimpleAreDrawnAgain() {
        bench.key.tooSimple = 4;
        assertEquals(Outcome.PROVISIONED, bench.perform().outcome());
        assertEquals(5, bench.key.acts.stream().filter(Act.SET_PIN::equals).count());
        assertEquals(1, bench.store.pins.list(bench.recipient().request()).size());
    }

    @Test
    void butNotForEver() {
        bench.key.tooSimple = 5;
        assertFailedWith(bench.perform(), DeviceProblem.PIN_POLICY_VIOLATION);
        assertTrue(bench.key.isBlank());
        assertEquals(5, bench.key.acts.stream().filter(Act.SET_PIN::equals).count());
    }

    @Test
    void aTypedPinThatTheKeyCallsTooSimpleIsThePersonsToChange() {
        bench.key.tooSimple = 1;
        bench.typed.add("1470");
        assertFailedWith(bench.perform(CeremonyBench.with(new PinRule.Entered())), DeviceProblem.PIN_POLICY_VIOLATION);
        assertEquals(1, bench.key.acts.stream().filter(Act.SET_PIN::equals).count());
    }

    @Test
    void aTypedPinThatIsTooShortNeverReachesTheKey() {
        bench.typed.add("123");
        assertFailedUntouched(
                bench.perform(CeremonyBench.with(new PinRule.Entered())), DeviceProblem.PIN_POLICY_VIOLATION);
    }

    @Test
    void aKeptRuleOnAKeyWithoutPinAsksForANewOne() {
        bench.typed.add("4711");
        assertEquals(
                Outcome.PROVISIONED,
                bench.perform(CeremonyBench.with(new PinRule.Keep())).outcome());
        assertEquals(PinQuestion.Kind.NEW, bench.questions.getFirst().kind());
    }

    private void assertFailedWith(OutcomeRecord outcome, ProblemCode code) {
        assertEquals(Outcome.FAILED, outcome.outcome());
        assertEquals(code.id(), outcome.problem().orElseThrow().code().id());
        assertTrue(outcome.notes().isEmpty());
        assertTrue(bench.directoryIsClean());
        assertTrue(bench.store.inventory.list().isEmpty());
    }

    private void assertFailedClean(OutcomeRecord outcome, ProblemCode code) {
        assertFailedWith(outcome, code);
        assertTrue(bench.key.isBlank());
        assertTrue(bench.store.pins.isEmpty());
        assertEquals(JournalPoint.UNDONE, bench.store.journal.points().getLast());
    }

    private void assertFailedUntouched(OutcomeRecord outcome, ProblemCode code) {
        assertFailedWith(outcome, code);
        assertTrue(bench.key.isBlank());
        assertEquals(List.of(JournalPoint.STARTED), bench.store.journal.points());
    }
}
