package org.keyhopper.ui.model.passkeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.people.SignInResult;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.model.DirectoryInteraction;
import org.keyhopper.ui.model.TestContext;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;

class PasskeysPresenterTest {

    private static final DirectoryUser PERSON = Samples.users().getFirst();
    private static final CredentialId OURS = CredentialId.of(new byte[] {1});

    private final FakeStation station = new FakeStation();
    private final WorkbenchContext context = TestContext.of(station);
    private final List<URI> opened = new ArrayList<>();
    private final AtomicInteger changes = new AtomicInteger();

    private PasskeysPresenter presenter() {
        station.directories.put(new DirectoryAccount("contoso", "entra", new Settings(Map.of())));
        PasskeyHolder holder = new PasskeyHolder("contoso", PERSON.userName(), PERSON.displayName());
        return new PasskeysPresenter(
                context, new DirectoryInteraction(context, opened::add), holder, changes::incrementAndGet);
    }

    private void give() {
        station.directory.passkeys.give(PERSON.id(), "p1", "Card 7", OURS);
        station.directory.passkeys.give(PERSON.id(), "p2", "", CredentialId.of(new byte[] {2}));
        station.inventory.put(new InventoryEntry(
                OURS,
                "login.example",
                new UUID(1, 2),
                "Crescendo",
                Optional.of("77"),
                "contoso",
                PERSON.id(),
                PERSON.displayName(),
                "p1",
                new RecipientId(new RequestId("R1"), 1),
                InventoryEntry.State.IN_USE,
                Instant.EPOCH));
    }

    @Test
    void passkeysCreatedHereAreMarked() {
        give();
        List<PasskeyRow> rows = presenter().states().get().rows();
        assertEquals("Provisioned here on Crescendo 77", rows.get(0).origin());
        assertEquals("Registered elsewhere", rows.get(1).origin());
        assertEquals("unnamed", rows.get(1).name());
    }

    @Test
    void confirmationStatesTheLosses() {
        give();
        PasskeysPresenter presenter = presenter();
        Revocation asked = presenter.confirmation("p1").orElseThrow();
        assertEquals(1, asked.losses().size());
        assertTrue(asked.remark().contains("Reset the device"));
        presenter.revoke("p2");
        assertEquals(2, presenter.confirmation("p1").orElseThrow().losses().size());
        assertTrue(presenter.confirmation("p2").isEmpty());
    }

    @Test
    void revokedPasskeyIsRemovedEverywhere() {
        give();
        PasskeysPresenter presenter = presenter();
        presenter.revoke("p1");
        assertEquals(1, presenter.states().get().rows().size());
        assertEquals(Tint.GOOD, presenter.states().get().notice().orElseThrow().tint());
        assertEquals(
                InventoryEntry.State.REVOKED,
                station.inventory.find(OURS).orElseThrow().state());
        assertEquals(1, station.revocations.list().size());
        assertEquals(1, changes.get());
    }

    /** The request for which the passkey was made. */
    private void provisioned() {
        ProvisioningRequest request = Samples.request("R1", 3, 0);
        station.requests.put(request);
        MadePasskey made = new MadePasskey(OURS, Optional.of("p1"), new UUID(1, 2), "Card 7", Optional.of("77"));
        station.requests.settle(
                new RecipientId(request.id(), 1),
                new OutcomeRecord(
                        Outcome.PROVISIONED,
                        Optional.empty(),
                        Optional.of(made),
                        List.of(),
                        Instant.EPOCH,
                        Duration.ZERO));
    }

    private List<String> notes() {
        RecipientState person = station.requests
                .find(new RequestId("R1"))
                .orElseThrow()
                .recipients()
                .getFirst();
        assertEquals(Outcome.PROVISIONED, person.outcome());
        return person.last().orElseThrow().notes().stream()
                .map(note -> note.code().id())
                .toList();
    }

    @Test
    void answerAboutASignInIsRecordedAsANoteOnly() {
        give();
        provisioned();
        PasskeysPresenter presenter = presenter();
        presenter.trySignIn("p1");
        assertEquals(List.of(URI.create("https://login.example/")), opened);
        assertEquals(Optional.of("p1"), presenter.states().get().trial());
        presenter.answer(SignInResult.FAILED);
        assertEquals(List.of("run.sign-in-failed"), notes());
        assertEquals(Optional.empty(), presenter.states().get().trial());
        presenter.trySignIn("p1");
        presenter.answer(SignInResult.WORKED);
        assertEquals(List.of("run.sign-in-worked"), notes());
        assertEquals(2, changes.get());
        assertEquals(Tint.GOOD, presenter.states().get().notice().orElseThrow().tint());
    }

    @Test
    void answerWithoutARequestIsNotRecorded() {
        give();
        PasskeysPresenter presenter = presenter();
        presenter.trySignIn("p1");
        presenter.answer(SignInResult.WORKED);
        assertEquals(
                Tint.ATTENTION, presenter.states().get().notice().orElseThrow().tint());
    }

    @Test
    void signInIsTriedWithOursOnlyAndWhereThereIsAnAddress() {
        give();
        PasskeysPresenter presenter = presenter();
        presenter.trySignIn("p2");
        station.directory.signInAddress = Optional.empty();
        presenter.trySignIn("p1");
        assertEquals(List.of(), opened);
        assertEquals(Optional.empty(), presenter.states().get().trial());
        assertEquals(
                "This directory has no sign-in address.",
                presenter.states().get().notice().orElseThrow().text());
    }

    @Test
    void missingPasskeysAndUnknownUserAreReported() {
        assertEquals(
                "This person has no passkey.",
                presenter().states().get().notice().orElseThrow().text());
        PasskeyHolder unknown = new PasskeyHolder("contoso", "nobody", "Nobody");
        PasskeysPresenter presenter = new PasskeysPresenter(
                context, new DirectoryInteraction(context, address -> {}), unknown, changes::incrementAndGet);
        assertEquals(Tint.BAD, presenter.states().get().notice().orElseThrow().tint());
        assertFalse(presenter.states().get().busy());
    }
}
