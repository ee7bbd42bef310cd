package org.keyhopper.ui.model.passkeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.request.RecipientId;
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
    private final AtomicInteger changes = new AtomicInteger();

    private PasskeysPresenter presenter() {
        station.directories.put(new DirectoryAccount("contoso", "entra", new Settings(Map.of())));
        PasskeyHolder holder = new PasskeyHolder("contoso", PERSON.userName(), PERSON.displayName());
        return new PasskeysPresenter(
                context, new DirectoryInteraction(context, address -> {}), holder, changes::incrementAndGet);
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
        assertEquals("Made here on Crescendo 77", rows.get(0).origin());
        assertEquals("From elsewhere", rows.get(1).origin());
        assertEquals("without a name", rows.get(1).name());
    }

    @Test
    void confirmationStatesTheLosses() {
        give();
        PasskeysPresenter presenter = presenter();
        Revocation asked = presenter.confirmation("p1").orElseThrow();
        assertEquals(1, asked.losses().size());
        assertTrue(asked.remark().contains("Make it blank"));
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
