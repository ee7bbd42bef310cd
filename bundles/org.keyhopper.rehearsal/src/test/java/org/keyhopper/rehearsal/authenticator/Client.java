package org.keyhopper.rehearsal.authenticator;

import com.yubico.yubikit.core.application.CommandException;
import com.yubico.yubikit.core.fido.CtapException;
import com.yubico.yubikit.fido.ctap.ClientPin;
import com.yubico.yubikit.fido.ctap.Config;
import com.yubico.yubikit.fido.ctap.CredentialManagement;
import com.yubico.yubikit.fido.ctap.Ctap2Session;
import com.yubico.yubikit.fido.ctap.PinUvAuthProtocol;
import com.yubico.yubikit.fido.ctap.PinUvAuthProtocolV1;
import com.yubico.yubikit.fido.ctap.PinUvAuthProtocolV2;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;
import org.keyhopper.rehearsal.authenticator.card.Card;

/** A yubikit client of a simulated card. */
final class Client {
    static final String RP_ID = "login.example";
    static final String PIN = "123456";

    private final Ctap2Session session;
    private final PinUvAuthProtocol protocol;

    private Client(Ctap2Session session, PinUvAuthProtocol protocol) {
        this.session = session;
        this.protocol = protocol;
    }

    /** Powers the card up and opens a session. */
    static Client of(Card card) throws IOException, CommandException {
        card.powerUp();
        var session = new Ctap2Session(new CardConnection(card));
        int preferred = session.getCachedInfo().getPinUvAuthProtocols().getFirst();
        return new Client(session, preferred == 1 ? new PinUvAuthProtocolV1() : new PinUvAuthProtocolV2());
    }

    Ctap2Session session() {
        return session;
    }

    ClientPin pin() {
        return new ClientPin(session, protocol);
    }

    CredentialManagement management() throws IOException, CommandException {
        return new CredentialManagement(session, protocol, token(0x04, null));
    }

    Config config() throws IOException, CommandException {
        return new Config(session, protocol, token(0x20, null));
    }

    byte[] token(int permissions, String rpId) throws IOException, CommandException {
        return pin().getPinToken(PIN.toCharArray(), permissions, rpId);
    }

    Ctap2Session.CredentialData enrol(byte[] clientDataHash, String account) throws IOException, CommandException {
        byte[] param = protocol.authenticate(token(0x01, RP_ID), clientDataHash);
        return session.makeCredential(
                clientDataHash,
                Map.of("id", RP_ID, "name", "Example"),
                Map.of("id", account.getBytes(), "name", account, "displayName", account),
                List.of(Map.of("type", "public-key", "alg", -7)),
                null,
                null,
                Map.of("rk", true),
                param,
                protocol.getVersion(),
                null,
                null);
    }

    Ctap2Session.AssertionData sign(byte[] clientDataHash) throws IOException, CommandException {
        byte[] param = protocol.authenticate(token(0x02, RP_ID), clientDataHash);
        return session.getAssertions(RP_ID, clientDataHash, null, null, null, param, protocol.getVersion(), null)
                .getFirst();
    }

    /** Expects the command to fail with this CTAP status. */
    static void assertRefused(byte status, Executable command) {
        CtapException refusal = Assertions.assertThrows(CtapException.class, command);
        Assertions.assertEquals(status, refusal.getCtapError(), refusal.getErrorName());
    }
}
