package org.keyhopper.core.internal.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.DirectoryUser.AccountState;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.fake.FakeDirectory;
import org.keyhopper.core.fake.MemoryStore;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.people.LookupListener;
import org.keyhopper.core.people.RecipientStatus;
import org.keyhopper.core.people.RecipientStatus.Change;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.run.RunProblem;

class RequestRefreshTest {

    private final FakeDirectory directory = new FakeDirectory().with("anna", "bert", "cleo");
    private final MemoryStore store = new MemoryStore();
    private final ProvisioningRequest request = store.requests.create(
            "Spring",
            "example",
            Profile.DEFAULT,
            List.of(
                    new Recipient("anna", "anna", "", "", "id-anna"),
                    new Recipient("bert", "bert", "", "", "id-bert"),
                    new Recipient("cleo", "", "", "")));
    private boolean goesOn = true;

    private Answer<List<RecipientStatus>> refresh() {
        ProvisioningRequest now = store.requests.find(request.id()).orElseThrow();
        return new RequestRefresh(store.requests, store.inventory).of(now, directory, new LookupListener<>() {
            @Override
            public void found(RecipientStatus found) {
                // The whole answer is compared.
            }

            @Override
            public boolean proceed() {
                return goesOn;
            }
        });
    }

    private List<Set<Change>> changes() {
        return refresh().result().orElseThrow().stream()
                .map(RecipientStatus::changes)
                .toList();
    }

    private Recipient kept(int index) {
        return store.requests
                .find(request.id())
                .orElseThrow()
                .recipients()
                .get(index)
                .recipient();
    }

    private void rename(String old, String account, String name) {
        directory.users.remove(old);
        directory.users.put(account, new DirectoryUser("id-" + old, account, name, "", AccountState.ENABLED));
    }

    @Test
    void nobodyChangedIsNothingToTellAndIdsAreKept() {
        assertEquals(List.of(Set.of(), Set.of(), Set.of()), changes());
        assertEquals("id-cleo", kept(2).userId());
        assertEquals("cleo", kept(2).displayName());
    }

    @Test
    void whoeverIsGoneDisabledOrRenamedIsTold() {
        directory.users.remove("anna");
        directory.disable("bert");
        refresh();
        rename("cleo", "cleo.miller", "Cleo Miller");
        assertEquals(List.of(Set.of(Change.DELETED), Set.of(Change.DISABLED), Set.of(Change.RENAMED)), changes());
        assertEquals("anna", kept(0).user());
        assertEquals("cleo.miller", kept(2).user());
        assertEquals("Cleo Miller", kept(2).displayName());
        assertEquals(Set.of(), changes().get(2));
    }

    @Test
    void theInventoryLearnsNamesThatTheRequestKnowsAlready() {
        store.inventory.put(given("id-anna", "anna"));
        rename("anna", "anna.b", "Anna B");
        refresh();
        refresh();
        InventoryEntry entry = store.inventory.list().getFirst();
        assertEquals(
                List.of("Anna B", "anna"),
                List.of(entry.holder(), entry.formerHolder().orElse("")));
        store.inventory.put(given("id-anna", "anna"));
        refresh();
        assertEquals("Anna B", store.inventory.list().getFirst().holder());
    }

    @Test
    void whoeverIsGoneKeepsTheNameInTheInventory() {
        store.inventory.put(given("id-cleo", "Cleo"));
        directory.users.remove("cleo");
        refresh();
        assertEquals("Cleo", store.inventory.list().getFirst().holder());
    }

    private static InventoryEntry given(String userId, String holder) {
        return new InventoryEntry(
                CredentialId.of(new byte[] {1}),
                FakeDirectory.RP,
                new UUID(0, 1),
                "Card",
                Optional.empty(),
                "example",
                userId,
                holder,
                "p1",
                new RecipientId(new RequestId("R0"), 1),
                InventoryEntry.State.IN_USE,
                Instant.EPOCH);
    }

    @Test
    void outcomesStayAsTheyAre() {
        OutcomeRecord failed = new OutcomeRecord(
                Outcome.FAILED,
                Optional.of(Problem.of(RunProblem.STOPPED)),
                Optional.empty(),
                List.of(),
                Instant.EPOCH,
                Duration.ZERO);
        store.requests.settle(request.recipients().getFirst().id(), failed);
        rename("anna", "anna.b", "Anna B");
        refresh();
        assertEquals(
                Optional.of(failed),
                store.requests.state(request.recipients().getFirst().id()).last());
    }

    @Test
    void aRecipientInUseKeepsWhatItKnew() {
        rename("anna", "anna.b", "Anna B");
        Claim claim = store.requests.claimNext(request.id(), 0).orElseThrow();
        assertTrue(refresh().failure().orElseThrow().is(RunProblem.REQUEST_IN_USE));
        RecipientState anna = request.recipients().getFirst();
        assertEquals(anna, store.requests.state(anna.id()));
        claim.close();
        refresh().result().orElseThrow();
        assertEquals(
                "Anna B",
                store.requests
                        .state(request.recipients().getFirst().id())
                        .recipient()
                        .displayName());
        assertEquals(List.of(), store.requests.claimed(request.id()));
    }

    @Test
    void whatKeepsOneFromBeingFoundIsToldOfThatOne() {
        directory.unfindable("id-bert", Problem.of(DirectoryProblem.SERVER_ERROR, "500"));
        List<RecipientStatus> standings = refresh().result().orElseThrow();
        assertTrue(standings.get(1).problem().orElseThrow().is(DirectoryProblem.SERVER_ERROR));
        assertTrue(standings.get(1).isNoteworthy());
        assertFalse(standings.get(0).isNoteworthy());
    }

    @Test
    void aDirectoryThatCannotBeReachedIsNotTakenForPeopleGone() {
        directory.unfindable("id-anna", Problem.of(DirectoryProblem.UNREACHABLE, "host"));
        assertTrue(refresh().failure().orElseThrow().is(DirectoryProblem.UNREACHABLE));
    }

    @Test
    void givingUpTellsOnlyOfThoseWhoWereAskedAbout() {
        goesOn = false;
        assertEquals(List.of(), refresh().result().orElseThrow());
    }
}
