package org.keyhopper.core.internal.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunProblem;

/** Reconciling at a station that was killed, after Central decided about one of its people without it. */
class DecidedAtCentralTest extends ClaimFixture {

    private static final NewCredential OTHER =
            new NewCredential(CredentialId.of(new byte[] {8}), new byte[] {4}, new byte[] {5}, List.of());

    private final FakeKey annas = FakeKey.withPin(KilledStation.PIN);
    private final KilledStation station = new KilledStation(central, 2);

    @BeforeEach
    void kill() {
        station.killedAfterProof(1, annas, MADE);
        station.killedAfterProof(2, FakeKey.withPin(KilledStation.PIN), OTHER);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private void decided(Outcome outcome, Optional<CredentialId> passkey) {
        OutcomeRecord record = new OutcomeRecord(
                outcome,
                outcome == Outcome.PROVISIONED ? Optional.empty() : Optional.of(Problem.of(RunProblem.DEVICE_GIVEN_UP)),
                passkey.map(id -> new MadePasskey(id, Optional.of("there"), FakeKey.AAGUID, "Key", Optional.empty())),
                List.of(),
                Instant.EPOCH,
                Duration.ZERO);
        station.decided(
                new RecipientState(station.person(1), station.state(1).recipient(), outcome, Optional.of(record)));
    }

    private void reconcile() {
        assertInstanceOf(Answer.Done.class, station.reconcile());
    }

    @Test
    void othersAreProvedAllTheSame() {
        decided(Outcome.FAILED, Optional.empty());
        reconcile();
        assertEquals(Outcome.FAILED, station.state(1).outcome());
        assertEquals(Outcome.PROVISIONED, station.state(2).outcome());
        assertEquals(Outcome.PROVISIONED, central.outcome);
        assertEquals(List.of(), station.store.journal.unfinished());
    }

    @Test
    void deviceOfSomeoneWhoseAttemptFailedIsCleaned() {
        decided(Outcome.FAILED, Optional.empty());
        station.reader.insert(annas);
        reconcile();
        assertTrue(annas.isBlank());
        OutcomeRecord last = station.state(1).last().orElseThrow();
        assertEquals(
                RunProblem.DEVICE_GIVEN_UP.id(),
                last.problem().orElseThrow().code().id());
        assertEquals(List.of(), last.notes());
    }

    @Test
    void whatMayBeLeftOnAnAbsentDeviceIsNoted() {
        decided(Outcome.FAILED, Optional.empty());
        reconcile();
        assertEquals(
                List.of(RunProblem.MAY_HOLD_CREDENTIAL.id(), RunProblem.MAY_HAVE_PIN.id()),
                station.state(1).last().orElseThrow().notes().stream()
                        .map(note -> note.code().id())
                        .toList());
    }

    @Test
    void passkeyThatCentralAcceptedStaysOnItsDevice() {
        decided(Outcome.PROVISIONED, Optional.of(MADE.id()));
        station.reader.insert(annas);
        reconcile();
        assertEquals(Outcome.PROVISIONED, station.state(1).outcome());
        assertEquals(Set.of(MADE.id()), annas.credentials.keySet());
        assertEquals(2, station.store.inventory.list().size());
    }

    @Test
    void passkeyOfSomeoneWhoHasAnotherIsRemovedFromItsDevice() {
        decided(Outcome.PROVISIONED, Optional.of(CredentialId.of(new byte[] {9})));
        station.reader.insert(annas);
        reconcile();
        assertEquals(Outcome.PROVISIONED, station.state(1).outcome());
        assertTrue(annas.isBlank());
    }

    @Test
    void someoneOfWhomCentralHasNotDecidedStaysUnclear() {
        decided(Outcome.UNCLEAR, Optional.of(MADE.id()));
        station.reader.insert(annas);
        reconcile();
        assertEquals(Outcome.UNCLEAR, station.state(1).outcome());
        assertEquals(Set.of(MADE.id()), annas.credentials.keySet());
        assertEquals(Outcome.PROVISIONED, station.state(2).outcome());
    }
}
