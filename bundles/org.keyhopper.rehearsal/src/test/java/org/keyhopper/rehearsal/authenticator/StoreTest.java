package org.keyhopper.rehearsal.authenticator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.yubico.yubikit.core.application.CommandException;
import com.yubico.yubikit.core.fido.CtapException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyhopper.rehearsal.authenticator.card.Card;
import org.keyhopper.rehearsal.authenticator.model.Personalities;

class StoreTest {
    private static final byte[] HASH = new byte[32];

    @Test
    void credentialsAreListedAndDeleted() throws IOException, CommandException {
        Client client = client("foreign=other.example");
        client.enrol(HASH, "alice");
        client.enrol(HASH, "bob");
        var management = client.management();
        assertEquals(3, management.getMetadata().getExistingResidentCredentialsCount());
        assertEquals(2, management.enumerateRps().size());
        var held =
                management.enumerateCredentials(management.enumerateRps().get(1).getRpIdHash());
        assertEquals(
                List.of("alice", "bob"),
                held.stream().map(each -> each.getUser().get("name")).toList());
        management.deleteCredential(held.getFirst().getCredentialId());
        assertEquals(2, management.getMetadata().getExistingResidentCredentialsCount());
    }

    @Test
    void secondCredentialOfTheSameUserReplacesTheFirst() throws IOException, CommandException {
        Client client = client("slots=1");
        client.enrol(HASH, "alice");
        client.enrol(HASH, "alice");
        assertEquals(1, client.management().getMetadata().getExistingResidentCredentialsCount());
        Client.assertRefused(CtapException.ERR_KEY_STORE_FULL, () -> client.enrol(HASH, "bob"));
    }

    @Test
    void resetDeletesEverything() throws IOException, CommandException {
        Client client = client("foreign=other.example");
        client.config().toggleAlwaysUv();
        client.enrol(HASH, "alice");
        client.session().reset(null);
        var info = client.session().getInfo();
        assertEquals(25, info.getRemainingDiscoverableCredentials());
        assertEquals(false, info.getOptions().get("clientPin"));
        assertEquals(false, info.getOptions().get("alwaysUv"));
    }

    @Test
    void oneUseOfPresencePerPowerUp() throws IOException, CommandException {
        Card card = card("one-presence");
        Client client = Client.of(card);
        client.enrol(HASH, "alice");
        Client.assertRefused(CtapException.ERR_UP_REQUIRED, () -> client.sign(HASH));
        assertTrue(Client.of(card).sign(HASH).getSignature().length > 0);
    }

    @Test
    void alwaysUvIsToggled() throws IOException, CommandException {
        Client client = client("plain");
        client.config().toggleAlwaysUv();
        assertEquals(true, client.session().getInfo().getOptions().get("alwaysUv"));
        assertEquals(false, client.session().getInfo().getOptions().get("makeCredUvNotRqd"));
        client.config().toggleAlwaysUv();
        assertEquals(false, client.session().getInfo().getOptions().get("alwaysUv"));
    }

    @Test
    void ctap20DeviceHasNoCredentialManagement() throws IOException, CommandException {
        Client client = client("fido-2.0");
        assertFalse(client.session().getInfo().getOptions().containsKey("credMgmt"));
        Client.assertRefused(
                CtapException.ERR_INVALID_COMMAND, () -> client.session().config((byte) 2, null, null, null));
    }

    private static Client client(String traits) throws IOException, CommandException {
        return Client.of(card(traits));
    }

    private static Card card(String traits) {
        return Card.fresh("KH-1", Personalities.parse(traits + "+pin=" + Client.PIN));
    }
}
