package org.keyhopper.core.internal.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.fake.FakeDirectory;
import org.keyhopper.core.fake.FakeDirectory.Call;
import org.keyhopper.core.fake.FakeDirectory.Mishap;
import org.keyhopper.core.fake.MemoryStore;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.journal.Revocation;
import org.keyhopper.core.people.HeldPasskey;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.run.RunProblem;

class DirectoryPasskeysTest {

    private static final CredentialId OURS = CredentialId.of(new byte[] {1});
    private static final CredentialId FOREIGN = CredentialId.of(new byte[] {2});

    private final FakeDirectory directory = new FakeDirectory().with("anna");
    private final DirectoryUser anna = directory.users.get("anna");
    private final MemoryStore store = new MemoryStore();
    private final RecipientId recipient = store.requests
            .create("Spring", "example", Profile.DEFAULT, List.of(new Recipient("anna", "", "", "")))
            .recipients()
            .getFirst()
            .id();
    private final DirectoryPasskeys held = new DirectoryPasskeys(
            store.requests,
            store.inventory,
            store.revocations,
            "example",
            directory,
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    DirectoryPasskeysTest() {
        directory.passkeys.put("p1", new FakeDirectory.Registered(anna.id(), OURS));
        directory.passkeys.put("p2", new FakeDirectory.Registered(anna.id(), FOREIGN));
        UUID model = new UUID(1, 2);
        store.inventory.put(new InventoryEntry(
                OURS,
                FakeDirectory.RP,
                model,
                "Card",
                Optional.empty(),
                "example",
                anna.id(),
                "Anna",
                "p1",
                recipient,
                InventoryEntry.State.IN_USE,
                Instant.EPOCH));
        store.requests.settle(
                recipient,
                new OutcomeRecord(
                        Outcome.PROVISIONED,
                        Optional.empty(),
                        Optional.of(new MadePasskey(OURS, Optional.of("p1"), model, "Card", Optional.empty())),
                        List.of(),
                        Instant.EPOCH,
                        Duration.ZERO));
    }

    private List<HeldPasskey> look() {
        return held.of(anna).result().orElseThrow();
    }

    private Optional<Revocation.End> lastEnd() {
        return store.revocations.list().getFirst().end();
    }

    private InventoryEntry.State state() {
        return store.inventory.find(OURS).orElseThrow().state();
    }

    @Test
    void oursAreMarkedAndOthersAreNot() {
        assertTrue(look().get(0).entry().isPresent());
        assertTrue(look().get(1).entry().isEmpty());
    }

    @Test
    void lookingLearnsWhatThePersonIsCalledNow() {
        look();
        InventoryEntry entry = store.inventory.find(OURS).orElseThrow();
        assertEquals(
                List.of(anna.displayName(), "Anna"),
                List.of(entry.holder(), entry.formerHolder().orElse("")));
    }

    @Test
    void oursAreKnownByTheirHandleWhereTheDirectoryHidesIds() {
        directory.hidesIds = true;
        assertTrue(look().get(0).entry().isPresent());
        assertTrue(look().get(1).entry().isEmpty());
    }

    @Test
    void revokingOursIsWrittenDownAndInventoryAndOutcomeFollow() {
        assertEquals(true, held.revoke(anna, look().get(0)).result().orElseThrow());
        assertEquals(Optional.of(Revocation.End.REVOKED), lastEnd());
        assertEquals(InventoryEntry.State.REVOKED, state());
        OutcomeRecord outcome = store.requests.state(recipient).last().orElseThrow();
        assertEquals(Outcome.FAILED, outcome.outcome());
        assertTrue(outcome.problem().orElseThrow().is(RunProblem.REVOKED));
        assertEquals(1, look().size());
    }

    @Test
    void whileARunHasTheRecipientTheOutcomeFollowsWithTheNextLook() {
        Claim claim = store.requests.claim(recipient).orElseThrow();
        assertEquals(true, held.revoke(anna, look().get(0)).result().orElseThrow());
        look();
        assertEquals(InventoryEntry.State.REVOKED, state());
        assertEquals(Outcome.PROVISIONED, store.requests.state(recipient).outcome());
        assertEquals(Optional.empty(), lastEnd());
        claim.close();
        look();
        assertEquals(Outcome.FAILED, store.requests.state(recipient).outcome());
        assertEquals(Optional.of(Revocation.End.REVOKED), lastEnd());
        assertEquals(List.of(), store.requests.claimed(recipient.request()));
    }

    @Test
    void revokingAnothersChangesNothingHere() {
        held.revoke(anna, look().get(1));
        assertEquals(InventoryEntry.State.IN_USE, state());
        assertEquals(Outcome.PROVISIONED, store.requests.state(recipient).outcome());
    }

    @Test
    void aRefusalLeavesEverythingAsItWas() {
        HeldPasskey ours = look().get(0);
        directory.failingAt(Call.DELETE, Mishap.REFUSED);
        assertTrue(held.revoke(anna, ours).failure().isPresent());
        assertEquals(Optional.of(Revocation.End.NOT_DONE), lastEnd());
        assertEquals(InventoryEntry.State.IN_USE, state());
    }

    @Test
    void oneThatNobodySawEndIsSettledByTheNextLook() {
        HeldPasskey ours = look().get(0);
        directory.failingAt(Call.DELETE, Mishap.UNCLEAR_BUT_DONE);
        held.revoke(anna, ours);
        assertEquals(Optional.empty(), lastEnd());
        assertEquals(InventoryEntry.State.IN_USE, state());
        look();
        assertEquals(Optional.of(Revocation.End.REVOKED), lastEnd());
        assertEquals(InventoryEntry.State.REVOKED, state());
    }

    @Test
    void oneThatIsGoneAlreadyIsNoFailure() {
        HeldPasskey ours = look().get(0);
        directory.passkeys.remove("p1");
        assertEquals(false, held.revoke(anna, ours).result().orElseThrow());
        assertEquals(Optional.of(Revocation.End.WAS_GONE), lastEnd());
        assertEquals(InventoryEntry.State.REVOKED, state());
    }
}
