package org.keyhopper.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.RequestSummary;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.run.RunProblem;

class RequestsTest {

    @TempDir
    Path home;

    private StationStore store;
    private Requests requests;

    DatabaseKind databaseKind() {
        return DatabaseKind.FILE;
    }

    @BeforeEach
    void open() {
        store = databaseKind().open(home);
        requests = store.requests();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aRequestIsRenamedAndPeopleAreAddedAndRemoved() {
        ProvisioningRequest made = Samples.request(requests, 3);
        requests.rename(made.id(), "Berlin");
        requests.removePeople(made.id(), List.of(2));
        requests.add(made.id(), List.of(new Recipient("new@example.com", "New", "", "")));
        ProvisioningRequest found = requests.find(made.id()).orElseThrow();
        assertEquals("Berlin", found.name());
        assertEquals(
                List.of(1, 3, 4),
                found.recipients().stream().map(state -> state.id().position()).toList());
        assertEquals("New", found.recipient(4).recipient().displayName());
        assertTrue(found.findRecipient(2).isEmpty());
    }

    @Test
    void whoIsClaimedOrSettledIsNotRemoved() {
        ProvisioningRequest made = Samples.request(requests, 2);
        try (Claim claim = requests.claim(new RecipientId(made.id(), 1)).orElseThrow()) {
            assertThrows(StoreException.class, () -> requests.removePeople(made.id(), List.of(2, 1)));
            requests.settle(
                    claim,
                    claim.recipient(),
                    OutcomeRecord.withoutCeremony(Outcome.SKIPPED, Problem.of(RunProblem.SKIPPED), Instant.EPOCH));
        }
        assertThrows(StoreException.class, () -> requests.removePeople(made.id(), List.of(1)));
        assertEquals(2, requests.find(made.id()).orElseThrow().recipients().size());
    }

    @Test
    void summariesAreThoseOfTheRequests() {
        ProvisioningRequest first = Samples.request(requests, 3);
        try (Claim claim = requests.claim(new RecipientId(first.id(), 2)).orElseThrow()) {
            requests.settle(
                    claim,
                    claim.recipient(),
                    OutcomeRecord.withoutCeremony(Outcome.SKIPPED, Problem.of(RunProblem.SKIPPED), Instant.EPOCH));
        }
        Samples.request(requests, 2);
        requests.create("Empty", "contoso", Samples.PROFILE, List.of());
        List<RequestSummary> expected =
                requests.list().stream().map(RequestSummary::of).toList();
        assertEquals(expected, requests.summaries());
        assertEquals(3, expected.size());
        assertEquals(1, expected.getLast().tally().skipped());
        assertEquals(ProvisioningRequest.State.IN_PROGRESS, expected.getLast().state());
    }

    @Test
    void requestRoundTrip() {
        ProvisioningRequest made = Samples.request(requests, 3);
        ProvisioningRequest found = requests.find(made.id()).orElseThrow();
        assertEquals(made, found);
        assertEquals(Samples.PROFILE, found.profile());
        assertEquals(
                Samples.recipients(3),
                found.recipients().stream().map(RecipientState::recipient).toList());
        assertEquals(ProvisioningRequest.State.PENDING, found.state());
    }

    @Test
    void replacingAPersonKeepsTheOutcome() {
        ProvisioningRequest made = Samples.request(requests, 2);
        RecipientId first = made.recipients().getFirst().id();
        Claim claim = requests.claim(new RecipientId(made.id(), 1)).orElseThrow();
        requests.settle(claim, first, Samples.failed());
        Recipient renamed = new Recipient("anna.b@example.com", "Anna B", "", "Key", "id-7");
        claim.close();
        assertEquals(List.of(), requests.update(made.id(), Map.of(1, renamed)));
        List<RecipientState> people = requests.find(made.id()).orElseThrow().recipients();
        assertEquals(renamed, people.getFirst().recipient());
        assertEquals(Outcome.FAILED, people.getFirst().outcome());
        assertEquals(made.recipients().getLast(), people.getLast());
    }

    @Test
    void everyPinRuleIsStored() {
        for (PinRule rule : List.of(new PinRule.Random(4), new PinRule.Entered(), new PinRule.Keep())) {
            Profile profile = new Profile(
                    rule, Profile.DEFAULT.minimumPinLength(), Set.of(), Profile.Unsupported.REFUSE, "", Set.of());
            RequestId id = requests.create("r", "d", profile, List.of()).id();
            assertEquals(profile, requests.find(id).orElseThrow().profile());
        }
    }

    @Test
    void requestsArePersistent() {
        ProvisioningRequest made = Samples.request(requests, 2);
        store.close();
        open();
        assertEquals(List.of(made), requests.list());
    }

    @Test
    void newestRequestComesFirst() {
        RequestId first = Samples.request(requests, 1).id();
        RequestId second = Samples.request(requests, 1).id();
        assertEquals(
                List.of(second, first),
                requests.list().stream().map(ProvisioningRequest::id).toList());
    }

    @Test
    void idsAreShortAndCaseInsensitive() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            ids.add(requests.create("r", "d", Samples.PROFILE, List.of()).id().value());
        }
        assertEquals(50, ids.size());
        assertTrue(
                ids.stream().allMatch(id -> id.matches("[CDFGHJKMNPQRTVWXY][CDFGHJKMNPQRTVWXY3479]{4}")),
                ids::toString);
        String typed = " " + ids.iterator().next().toLowerCase() + " ";
        assertTrue(requests.find(new RequestId(typed)).isPresent());
        assertTrue(requests.find(new RequestId("ZZZZZ")).isEmpty());
    }

    @Test
    void outcomeRoundTrip() {
        RequestId id = Samples.request(requests, 3).id();
        Claim claim = requests.claim(new RecipientId(id, 1)).orElseThrow();
        requests.settle(claim, new RecipientId(id, 1), Samples.provisioned());
        Samples.settle(requests, new RecipientId(id, 2), Samples.failed());
        List<RecipientState> recipients = requests.find(id).orElseThrow().recipients();
        assertEquals(Samples.provisioned(), recipients.get(0).last().orElseThrow());
        assertEquals(Outcome.PENDING, recipients.get(2).outcome());
        assertTrue(recipients.get(2).last().isEmpty());
        OutcomeRecord failed = recipients.get(1).last().orElseThrow();
        assertEquals(Outcome.FAILED, recipients.get(1).outcome());
        assertTrue(failed.problem().orElseThrow().is(DeviceProblem.PIN_INVALID));
        assertEquals(
                List.of("3", "\"quoted\"\nline"), failed.problem().orElseThrow().arguments());
        assertEquals("CTAP 0x31", failed.problem().orElseThrow().detail());
        assertEquals(
                List.of("directory.no-answer", "device.gone"),
                failed.notes().stream().map(it -> it.code().id()).toList());
    }

    @Test
    void reopenedRecipientKeepsTheEarlierOutcome() {
        RequestId id = Samples.request(requests, 2).id();
        Claim claim = requests.claim(new RecipientId(id, 1)).orElseThrow();
        requests.settle(claim, new RecipientId(id, 1), Samples.failed());
        requests.reopen(claim);
        RecipientState recipient = requests.find(id).orElseThrow().recipients().getFirst();
        assertEquals(Outcome.PENDING, recipient.outcome());
        assertEquals(Outcome.FAILED, recipient.last().orElseThrow().outcome());
    }

    @Test
    void unfinishedCeremonyPreventsSettlingAndReopening() {
        RequestId id = Samples.request(requests, 1).id();
        RecipientId recipient = new RecipientId(id, 1);
        Claim claim = requests.claim(new RecipientId(id, 1)).orElseThrow();
        store.journal().open(claim, recipient, Map.of());
        assertThrows(StoreException.class, () -> requests.settle(claim, recipient, Samples.failed()));
        assertThrows(StoreException.class, () -> requests.reopen(claim));
        assertEquals(
                Outcome.UNCLEAR,
                requests.find(id).orElseThrow().recipients().getFirst().outcome());
    }

    @Test
    void settlingAnUnknownPersonIsRefused() {
        RequestId id = Samples.request(requests, 1).id();
        Claim claim = requests.claim(new RecipientId(id, 1)).orElseThrow();
        assertThrows(StoreException.class, () -> requests.settle(claim, new RecipientId(id, 2), Samples.failed()));
    }

    @Test
    void neitherProvisionedNorUnclearRecipientsAreReopened() {
        RequestId id = Samples.request(requests, 3).id();
        Claim claim = requests.claim(new RecipientId(id, 1)).orElseThrow();
        requests.settle(claim, new RecipientId(id, 1), Samples.failed());
        Samples.settle(requests, new RecipientId(id, 2), Samples.provisioned());
        Samples.settle(requests, new RecipientId(id, 3), Samples.unclear());
        claim.close();
        assertThrows(StoreException.class, () -> requests.reopen(id, List.of(1, 2)));
        assertThrows(StoreException.class, () -> requests.reopen(id, List.of(1, 3)));
        assertEquals(
                List.of(Outcome.FAILED, Outcome.PROVISIONED, Outcome.UNCLEAR),
                requests.find(id).orElseThrow().recipients().stream()
                        .map(RecipientState::outcome)
                        .toList());
    }

    @Test
    void claimIsExclusiveUntilReleased() {
        RequestId id = Samples.request(requests, 1).id();
        RequestId other = Samples.request(requests, 1).id();
        Claim claim = requests.claim(new RecipientId(id, 1)).orElseThrow();
        assertTrue(requests.claim(new RecipientId(id, 1)).isEmpty());
        assertTrue(requests.claim(new RecipientId(other, 1)).isPresent());
        claim.close();
        claim.close();
        assertTrue(requests.claim(new RecipientId(id, 1)).isPresent());
    }

    @Test
    void oldClaimDoesNotReleaseTheNextOne() {
        RequestId id = Samples.request(requests, 1).id();
        Claim first = requests.claim(new RecipientId(id, 1)).orElseThrow();
        first.close();
        assertTrue(requests.claim(new RecipientId(id, 1)).isPresent());
        first.close();
        assertTrue(requests.claim(new RecipientId(id, 1)).isEmpty());
    }

    @Test
    void unknownRequestCannotBeClaimed() {
        assertThrows(StoreException.class, () -> requests.claim(new RecipientId(new RequestId("ZZZZZ"), 1)));
    }

    @Test
    void removingARequestDeletesItsData() {
        RequestId id = Samples.request(requests, 2).id();
        RecipientId recipient = new RecipientId(id, 1);
        try (Claim claim = requests.claim(new RecipientId(id, 1)).orElseThrow()) {
            store.journal().close(claim, store.journal().open(claim, recipient, Map.of()), Samples.provisioned());
        }
        requests.remove(id);
        assertTrue(requests.find(id).isEmpty());
        assertTrue(store.journal().ceremoniesOf(id).isEmpty());
    }

    @Test
    void claimedRequestIsNotRemoved() {
        RequestId id = Samples.request(requests, 1).id();
        requests.claim(new RecipientId(id, 1)).orElseThrow();
        assertThrows(StoreException.class, () -> requests.remove(id));
        assertTrue(requests.find(id).isPresent());
    }
}
