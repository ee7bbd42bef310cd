package org.keyhopper.core.internal.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.device.MetadataProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;
import org.keyhopper.core.ceremony.CeremonyOrder.Treatment;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.fake.Act;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.metadata.MetadataFile;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.run.Demand;
import org.keyhopper.core.run.RunProblem;

/** What profile and directory demand of a device, and devices that fall short of it. */
class CeremonyProfileSupportTest {

    private final CeremonyBench bench = new CeremonyBench();

    @Test
    void relyingPartiesOfTheProfileMayLearnTheMinimumPinLength() {
        bench.key.mostRpIds = 2;
        OutcomeRecord outcome = bench.perform(revealingTo("login.example", "b.example"));
        assertEquals(Outcome.PROVISIONED, outcome.outcome());
        assertEquals(List.of("b.example", "login.example"), bench.key.minPinLengthRpIds);
        assertTrue(outcome.notes().isEmpty());
    }

    @Test
    void moreRelyingPartiesThanTheKeyHoldsAreNoted() {
        bench.key.mostRpIds = 1;
        OutcomeRecord outcome = bench.perform(revealingTo("login.example", "b.example"));
        assertEquals(Outcome.PROVISIONED, outcome.outcome());
        assertEquals(List.of(), bench.key.minPinLengthRpIds);
        assertEquals(List.of(ProfileSupport.notApplied(Demand.MINIMUM_PIN_LENGTH_RP_IDS)), outcome.notes());
    }

    private static Profile revealingTo(String... rpIds) {
        return new Profile(
                new PinRule.Random(6),
                OptionalInt.empty(),
                Set.of(),
                Profile.Unsupported.LEAVE_OUT,
                "",
                Set.of(),
                Set.of(rpIds));
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
        bench.assertFailedUntouched(outcome, DeviceProblem.NOT_SUPPORTED);
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
        bench.assertFailedUntouched(outcome, RunProblem.MODEL_NOT_IN_PROFILE);
    }

    @Test
    void aMakerToBeProvenTakesMetadata() {
        bench.assertFailedUntouched(bench.perform(provenMaker()), MetadataProblem.MISSING);
    }

    @Test
    void aModelThatTheMetadataDoesNotKnowIsRefused() {
        keepMetadata();
        bench.assertFailedUntouched(bench.perform(provenMaker()), MetadataProblem.MODEL_UNKNOWN);
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
    void metadataThatIsDueIsWarnedOf() {
        keepMetadata();
        bench.metadata.known.add(bench.key.aaguid);
        Profile profile = provenMaker();
        bench.metadata.nextUpdate = today().minusDays(90);
        assertEquals(Outcome.PROVISIONED, bench.perform(profile).outcome());
        assertTrue(bench.warned.getFirst().is(MetadataProblem.DUE), bench.warned::toString);
    }

    @Test
    void metadataThatIsLongDueProvesNoMaker() {
        keepMetadata();
        bench.metadata.known.add(bench.key.aaguid);
        Profile profile = provenMaker();
        bench.metadata.nextUpdate = today().minusDays(91);
        bench.assertFailedUntouched(bench.perform(profile), MetadataProblem.OVERDUE);
    }

    @Test
    void aProvenMakerIsProvisioned() {
        keepMetadata();
        bench.metadata.known.add(bench.key.aaguid);
        assertEquals(Outcome.PROVISIONED, bench.perform(provenMaker()).outcome());
    }

    @Test
    void enforcedAttestationTakesACertifiedModel() {
        bench.directory.attestationEnforced = true;
        keepMetadata();
        bench.metadata.nextUpdate = LocalDate.MAX;
        bench.assertFailedUntouched(bench.perform(), MetadataProblem.MODEL_UNKNOWN);
        bench.metadata.known.add(bench.key.aaguid);
        bench.metadata.certification = Optional.of(Problem.of(MetadataProblem.NOT_CERTIFIED, "Fake"));
        bench.assertFailedUntouched(bench.perform(), MetadataProblem.NOT_CERTIFIED);
    }

    @Test
    void enforcedAttestationIsVerifiedBeforeTheDirectoryDoes() {
        bench.directory.attestationEnforced = true;
        keepMetadata();
        bench.metadata.known.add(bench.key.aaguid);
        bench.metadata.provesMakers = false;
        OutcomeRecord outcome = bench.perform();
        assertTrue(outcome.problem().orElseThrow().is(MetadataProblem.MAKER_NOT_PROVEN));
        assertTrue(bench.directoryIsClean());
    }

    @Test
    void whatTheDirectoryMayNotKnowYetIsAWarningBeforeTheDeviceIsChanged() {
        bench.directory.attestationEnforced = true;
        assertEquals(Outcome.PROVISIONED, bench.perform().outcome());
        assertTrue(bench.warned.getLast().is(MetadataProblem.NOT_VERIFIED_HERE));
    }

    @Test
    void aModelWhoseStatusChangedLatelyIsAWarning() {
        bench.directory.attestationEnforced = true;
        keepMetadata();
        bench.metadata.known.add(bench.key.aaguid);
        bench.metadata.statusChanged = Optional.of(LocalDate.MAX);
        OutcomeRecord outcome = bench.perform();
        assertEquals(Outcome.PROVISIONED, outcome.outcome());
        assertEquals(List.of(), outcome.notes());
        assertTrue(bench.warned.getLast().is(MetadataProblem.MODEL_RECENT));
    }

    @Test
    void anOldStatusAndADirectoryThatVerifiesNothingAreNoWarning() {
        bench.directory.attestationEnforced = true;
        keepMetadata();
        bench.metadata.known.add(bench.key.aaguid);
        bench.metadata.statusChanged = Optional.of(LocalDate.EPOCH.minusYears(1));
        assertEquals(Outcome.PROVISIONED, bench.perform().outcome());
        assertEquals(List.of(), bench.warned);
    }

    private void keepMetadata() {
        bench.store.metadata.save(new MetadataFile("1".getBytes(StandardCharsets.US_ASCII), Optional.empty()));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private Profile provenMaker() {
        bench.metadata.nextUpdate = LocalDate.MAX;
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
        bench.assertFailedUntouched(bench.perform(), DeviceProblem.KEY_STORE_FULL);
    }

    @Test
    void aPinLongerThanTheKeyAcceptsIsRefusedBeforeTheReset() {
        bench.key = FakeKey.withPin("4711");
        bench.key.maxPinLength = 6;
        bench.treatment = Treatment.RESET_FIRST;
        OutcomeRecord outcome = bench.perform(CeremonyBench.with(new PinRule.Random(8)));
        assertEquals(Outcome.FAILED, outcome.outcome());
        assertTrue(outcome.problem().orElseThrow().is(DeviceProblem.PIN_TOO_LONG));
        assertFalse(bench.key.acts.contains(Act.RESET));
    }

    @Test
    void whatTheDirectoryForbidsIsRefusedBeforeAnythingIsChanged() {
        bench.directory.obstacles.add(Problem.of(DirectoryProblem.AAGUID_NOT_ALLOWED));
        bench.assertFailedUntouched(bench.perform(), DirectoryProblem.AAGUID_NOT_ALLOWED);
    }

    @Test
    void aKeyWithAPinIsRefusedUnlessItIsResetFirst() {
        bench.key = FakeKey.withPin("4711");
        OutcomeRecord refused = bench.perform();
        assertTrue(refused.problem().orElseThrow().is(DeviceProblem.PIN_ALREADY_SET));
        bench.treatment = Treatment.RESET_FIRST;
        assertEquals(Outcome.PROVISIONED, bench.perform().outcome());
        assertEquals(CeremonyStep.RESET, bench.planned.get(1));
    }
}
