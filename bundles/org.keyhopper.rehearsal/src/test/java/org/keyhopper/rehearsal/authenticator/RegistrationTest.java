package org.keyhopper.rehearsal.authenticator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.verifier.exception.BadSignatureException;
import com.yubico.yubikit.core.application.CommandException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.rehearsal.authenticator.card.Card;
import org.keyhopper.rehearsal.authenticator.model.Personalities;

/** Registration by yubikit, verified by webauthn4j. */
class RegistrationTest {
    private final RelyingParty relyingParty = new RelyingParty();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x5c",
                "self",
                "none",
                "ids=70",
                "ids=112",
                "fido-2.0",
                "pin-protocol-1",
                "pin-protocols-1-2",
                "get-response",
                "block=17",
                "short-apdu",
                "t0",
                "keep-alive=3",
                "no-extensions",
                "reselect-after-reset",
                "aaguid=aeb6569c-f8fb-4950-ac60-24ca2bbe2e52"
            })
    void relyingPartyAcceptsCredentialAndAssertion(String traits) throws IOException, CommandException {
        Client client = client(traits);
        RegistrationData registered =
                relyingParty.register(client.enrol(relyingParty.creationHash(), "alice@login.example"));
        relyingParty.authenticate(registered, client.sign(relyingParty.assertionHash()));
        assertEquals(
                Personalities.parse(traits).identity().aaguid(),
                registered
                        .getAttestationObject()
                        .getAuthenticatorData()
                        .getAttestedCredentialData()
                        .getAaguid()
                        .getValue());
    }

    @Test
    void relyingPartyRefusesTheAssertionOfAnotherCard() throws IOException, CommandException {
        Client first = client("plain");
        Client second = client("plain");
        RegistrationData registered = relyingParty.register(first.enrol(relyingParty.creationHash(), "alice"));
        second.enrol(relyingParty.creationHash(), "alice");
        var foreign = second.sign(relyingParty.assertionHash());
        assertThrows(BadSignatureException.class, () -> relyingParty.authenticate(registered, foreign));
    }

    private static Client client(String traits) throws IOException, CommandException {
        return Client.of(Card.fresh("KH-1", Personalities.parse(traits + "+pin=" + Client.PIN)));
    }
}
