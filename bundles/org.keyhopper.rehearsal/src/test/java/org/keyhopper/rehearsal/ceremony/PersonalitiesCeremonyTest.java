package org.keyhopper.rehearsal.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunProblem;

/** Runs cards of every personality through the complete product with real cryptography and a real store. */
@Execution(ExecutionMode.CONCURRENT)
class PersonalitiesCeremonyTest {

    private static final Profile KEEP = new Profile(
            new PinRule.Keep(), OptionalInt.empty(), Set.of(), Profile.Unsupported.LEAVE_OUT, "{model}", Set.of());

    private static final Profile EVERYTHING = new Profile(
            new PinRule.Random(6),
            OptionalInt.of(8),
            EnumSet.complementOf(EnumSet.of(Profile.Option.PROVEN_MAKER)),
            Profile.Unsupported.LEAVE_OUT,
            "{model}",
            Set.of());

    @TempDir
    Path home;

    private CeremonyRig desk;

    @BeforeEach
    void open() {
        desk = new CeremonyRig(home);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "self",
                "none",
                "x5c",
                "ids=16",
                "ids=112",
                "ids=255",
                "slots=1",
                "no-extensions",
                "pin-protocol-1",
                "pin-protocols-1-2",
                "pin-protocols-2-1",
                "uv-for-creation",
                "enterprise",
                "min-pin-6",
                "min-pin=10",
                "reset-window",
                "one-presence",
                "one-presence-timeout",
                "list-limit=1",
                "pin=246813",
                "pin=246813+slots=1+foreign=login.example.org",
                "pin=246813+pin-blocked",
                "pin=246813+change-forced",
                "pin=246813+one-presence",
                "pin=246813+one-presence-timeout",
                "pin=246813+reset-window"
            })
    void isProvisionedProvedAndFinished(String traits) {
        RecipientState state = desk.provision(traits, Profile.DEFAULT);
        assertProvisioned(state);
        assertTrue(desk.card.state().pin().changeForced());
        assertTrue(last(state).notes().isEmpty());
        assertEquals(1, desk.store.pins().list(state.id().request()).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fido-2.0", "fido-2.0+self", "fido-2.0+pin=246813", "fido-2.0+one-presence"})
    void oldCardIsProvisionedWithNotes(String traits) {
        RecipientState state = desk.provision(traits, EVERYTHING);
        assertProvisioned(state);
        assertEquals(4, last(state).notes().size());
        assertTrue(last(state).notes().stream().allMatch(note -> note.is(RunProblem.NOT_APPLIED)));
    }

    @Test
    void capableCardMatchesTheProfile() {
        RecipientState state = desk.provision("enterprise", EVERYTHING);
        assertProvisioned(state);
        assertTrue(desk.card.state().alwaysUv());
        assertTrue(desk.card.state().enterpriseEnabled());
        assertTrue(desk.card.state().pin().changeForced());
        assertEquals(8, desk.card.state().pin().minLength());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "self",
                "ids=112",
                "slots=1",
                "min-pin-6",
                "reset-window",
                "one-presence",
                "one-presence-timeout",
                "enterprise",
                "pin=246813",
                "pin=246813+pin-blocked",
                "pin=246813+change-forced"
            })
    void refusedRegistrationLeavesNothingOnTheCard(String traits) {
        desk.directory.refusal = Optional.of(Problem.of(DirectoryProblem.REFUSED, "400"));
        RecipientState state = desk.provision(traits, Profile.DEFAULT);
        assertFailed(state, DirectoryProblem.REFUSED);
        assertTrue(desk.cardIsBlank());
        assertTrue(desk.store.pins().list(state.id().request()).isEmpty());
    }

    @Test
    void u2fCardIsRefused() {
        assertFailed(desk.provision("u2f-only", Profile.DEFAULT), DeviceProblem.U2F_ONLY);
    }

    @Test
    void cardWithPinIsSkippedIfConfigured() {
        RecipientState state = desk.onProvisioned(Choice.FAIL_USER).provision("pin=246813", Profile.DEFAULT);
        assertFailed(state, DeviceProblem.ALREADY_PROVISIONED);
        assertTrue(desk.card.state().pin().isSet());
    }

    @ParameterizedTest
    @CsvSource({
        "pin=246813, 246813, PROVISIONED, ",
        "pin=246813+fido-2.0, 246813, PROVISIONED, ",
        "pin=246813, '', FAILED, run.pin-not-entered",
        "pin=246813, 111111, FAILED, device.pin-invalid",
        "pin=246813+pin-blocked, 246813, FAILED, device.pin-blocked",
        "pin=246813+change-forced, 246813, FAILED, device.pin-change-forced",
        "plain, 246813, PROVISIONED, "
    })
    void keptPinIsEntered(String traits, String typed, Outcome outcome, String reason) {
        desk.typed = typed;
        RecipientState state = desk.provision(traits, KEEP);
        assertEquals(outcome, state.outcome());
        assertEquals(
                reason == null ? "" : reason,
                last(state).problem().map(problem -> problem.code().id()).orElse(""));
        assertTrue(traits.equals("plain") || desk.card.state().pin().isSet());
        assertTrue(desk.card.state().pin().retries() >= 3 || traits.contains("blocked"));
    }

    @Test
    void fullCardIsRefusedIfItsPinIsKept() {
        desk.typed = "246813";
        RecipientState state = desk.provision("pin=246813+slots=1+foreign=elsewhere.example", KEEP);
        assertFailed(state, DeviceProblem.KEY_STORE_FULL);
        assertEquals(1, desk.card.state().credentials().size());
    }

    @Test
    void cardWithUnknownContentIsNotReset() {
        desk.directory.refusal = Optional.of(Problem.of(DirectoryProblem.REFUSED, "400"));
        RecipientState state = desk.provision("fido-2.0", Profile.DEFAULT);
        assertEquals(Outcome.UNCLEAR, state.outcome());
        assertUnchanged(state);
    }

    @Test
    void cardWithForcedPinChangeIsNotReset() {
        desk.reader.pullAt(0x0D);
        assertEquals(Outcome.UNCLEAR, desk.provision("plain", Profile.DEFAULT).outcome());
        desk.reader.pullAt(0);
        desk.reader.insert(desk.card);
        RecipientState state = desk.reconcile();
        assertEquals(Outcome.FAILED, state.outcome());
        assertUnchanged(state);
    }

    private void assertUnchanged(RecipientState state) {
        assertTrue(last(state).notes().stream().anyMatch(note -> note.is(RunProblem.NOT_ERASED)));
        assertFalse(desk.cardIsBlank());
        assertEquals(List.of(), desk.directory.of("anna"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x02})
    void removedCardIsUnclearAndReconciledLater(int command) {
        desk.reader.pullAt(command);
        assertEquals(Outcome.UNCLEAR, desk.provision("plain", Profile.DEFAULT).outcome());
        desk.reader.pullAt(0);
        desk.reader.insert(desk.card);
        RecipientState state = desk.reconcile();
        assertEquals(Outcome.FAILED, state.outcome());
        assertTrue(last(state).notes().isEmpty(), () -> last(state).toString());
        assertTrue(desk.cardIsBlank());
        assertEquals(List.of(), desk.directory.of("anna"));
    }

    private void assertProvisioned(RecipientState state) {
        assertEquals(Outcome.PROVISIONED, state.outcome(), () -> last(state).toString());
        assertEquals(List.of(last(state).passkey().orElseThrow().credentialId()), desk.directory.of("anna"));
        assertEquals(1, desk.card.state().discoverable().size());
        assertEquals(1, desk.store.inventory().list().size());
    }

    private void assertFailed(RecipientState state, ProblemCode reason) {
        assertEquals(Outcome.FAILED, state.outcome(), () -> last(state).toString());
        assertEquals(reason.id(), last(state).problem().orElseThrow().code().id());
        assertTrue(last(state).notes().isEmpty());
        assertEquals(List.of(), desk.directory.of("anna"));
        assertFalse(desk.store.inventory().list().stream().findAny().isPresent());
    }

    private static OutcomeRecord last(RecipientState state) {
        return state.last().orElseThrow();
    }
}
