package org.keyhopper.core.internal.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.fake.FakeDirectory.Call;
import org.keyhopper.core.fake.FakeDirectory.Mishap;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.request.ClaimLostException;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;

/** A ceremony that wakes at one of its points without its claim: it removes what it made and writes nothing. */
class LostClaimTest {

    private final CeremonyBench bench = new CeremonyBench();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PIN_SETTING",
                "PIN_SET",
                "MAKING",
                "MADE",
                "REGISTERING",
                "REGISTERED",
                "PROVED",
                "FINISHING",
                "UNDOING",
                "UNDONE"
            })
    void whatWasMadeIsRemovedFromDirectoryAndDevice(String point) {
        if (point.startsWith("UNDO")) {
            bench.directory.failingAt(Call.COMPLETE, Mishap.REFUSED);
        }
        loseBefore(point);
        assertTrue(bench.directory.passkeys.isEmpty());
        assertTrue(bench.key.isBlank(), () -> bench.key.credentials + " " + bench.key.pinLength());
        // Another one may have been begun since.
        assertFalse(bench.directory.calls.contains(Call.ABANDON) && !point.equals("UNDONE"));
        assertNothingWritten(Outcome.UNCLEAR);
    }

    @Test
    void whereTheDeviceCannotBeCleanedAnyMoreItsPasskeyIsOfNoUse() {
        // Its PIN has to be changed before it says what else it holds.
        loseBefore("FINISHED");
        assertTrue(bench.directory.passkeys.isEmpty());
        assertNothingWritten(Outcome.UNCLEAR);
    }

    @Test
    void aCeremonyThatCannotBeOpenedTouchesNothing() {
        loseBefore("STARTED");
        assertEquals(List.of(), bench.directory.calls);
        assertTrue(bench.key.isBlank());
        assertNothingWritten(Outcome.PENDING);
    }

    @Test
    void aPasskeyThatIsCompleteInTheJournalStaysForTheOneWhoReconciles() {
        loseBefore("CLOSE");
        assertEquals(1, bench.directory.passkeys.size());
        assertEquals(1, bench.key.credentials.size());
        assertFalse(bench.directory.calls.contains(Call.DELETE));
    }

    @Test
    void aPasskeyWithWhichTheRecipientWasProvisionedMeanwhileStays() {
        loseBefore(
                "FINISHING",
                () -> settledElsewhere(bench.key.credentials.keySet().iterator().next()));
        assertEquals(1, bench.directory.passkeys.size());
        assertEquals(1, bench.key.credentials.size());
        assertEquals(Outcome.PROVISIONED, bench.outcome());
    }

    @Test
    void whereTheRecipientHasAnotherPasskeyMeanwhileThisOneIsRemoved() {
        loseBefore("REGISTERED", () -> settledElsewhere(CredentialId.of(new byte[] {7})));
        assertTrue(bench.directory.passkeys.isEmpty());
        assertTrue(bench.key.isBlank());
        assertEquals(Outcome.PROVISIONED, bench.outcome());
    }

    @Test
    void theDeviceIsCleanedAlsoWhereTheDirectoryDoesNotAnswer() {
        bench.directory.failingAt(Call.DELETE, Mishap.REFUSED);
        loseBefore("PROVED");
        assertTrue(bench.key.isBlank());
    }

    @Test
    void anAttemptThatFailedIsOpenedAgain() {
        bench.directory.failingAt(Call.ELIGIBILITY, Mishap.REFUSED);
        assertEquals(Outcome.FAILED, bench.perform().outcome());
        bench.directory.recover();
        assertEquals(Outcome.PROVISIONED, bench.perform().outcome());
    }

    private void loseBefore(String point) {
        loseBefore(point, () -> {});
    }

    private void loseBefore(String point, Runnable meanwhile) {
        bench.key = new FakeKey();
        bench.store.journal.beforeWriting(point, () -> {
            bench.store.requests.forgetClaims();
            meanwhile.run();
        });
        ClaimLostException lost = assertThrows(ClaimLostException.class, bench::perform);
        assertEquals(bench.recipient().request(), lost.request());
    }

    private void settledElsewhere(CredentialId credential) {
        bench.store.requests.settle(
                bench.recipient(),
                new OutcomeRecord(
                        Outcome.PROVISIONED,
                        Optional.empty(),
                        Optional.of(new MadePasskey(
                                credential, Optional.of("p"), FakeKey.AAGUID, "Card", Optional.empty())),
                        List.of(),
                        Instant.EPOCH,
                        Duration.ZERO));
    }

    private void assertNothingWritten(Outcome standing) {
        assertEquals(standing, bench.outcome());
        assertEquals(Optional.empty(), bench.state().last());
        assertTrue(bench.store.inventory.list().isEmpty());
    }
}
