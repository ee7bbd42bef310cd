package org.keyhopper.rehearsal.authenticator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.yubico.yubikit.core.application.CommandException;
import com.yubico.yubikit.core.fido.CtapException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.rehearsal.authenticator.card.Card;
import org.keyhopper.rehearsal.authenticator.model.Personalities;

class PinTest {
    private static final char[] RIGHT = Client.PIN.toCharArray();
    private static final char[] WRONG = "999999".toCharArray();

    @ParameterizedTest
    @ValueSource(strings = {"pin-protocol-1", "pin-protocols-2-1"})
    void pinIsSetOnceAndThenChanged(String traits) throws IOException, CommandException {
        Client client = Client.of(card(traits));
        client.pin().setPin(WRONG);
        Client.assertRefused(
                CtapException.ERR_PIN_AUTH_INVALID, () -> client.pin().setPin(RIGHT));
        client.pin().changePin(WRONG, RIGHT);
        assertEquals(32, client.token(0x01, Client.RP_ID).length);
    }

    @Test
    void threeWrongPinsNeedAPowerCycleAndEightBlock() throws IOException, CommandException {
        Card card = card("pin=" + Client.PIN);
        for (int cycle = 0; cycle < 2; cycle++) {
            Client client = Client.of(card);
            refuse(client, CtapException.ERR_PIN_INVALID);
            refuse(client, CtapException.ERR_PIN_INVALID);
            refuse(client, CtapException.ERR_PIN_AUTH_BLOCKED);
            Client.assertRefused(CtapException.ERR_PIN_AUTH_BLOCKED, () -> client.token(0x01, Client.RP_ID));
        }
        Client last = Client.of(card);
        refuse(last, CtapException.ERR_PIN_INVALID);
        refuse(last, CtapException.ERR_PIN_BLOCKED);
        Client.assertRefused(
                CtapException.ERR_PIN_BLOCKED, () -> Client.of(card).token(0x01, Client.RP_ID));
    }

    @Test
    void correctPinRestoresRetries() throws IOException, CommandException {
        Client client = Client.of(card("pin=" + Client.PIN));
        refuse(client, CtapException.ERR_PIN_INVALID);
        assertEquals(7, client.pin().getPinRetries().getCount());
        client.token(0x01, Client.RP_ID);
        assertEquals(8, client.pin().getPinRetries().getCount());
    }

    @Test
    void forcedChangeRefusesTokensAndTheOldPin() throws IOException, CommandException {
        Client client = Client.of(card("change-forced+pin=" + Client.PIN));
        Client.assertRefused(CtapException.ERR_PIN_POLICY_VIOLATION, () -> client.token(0x01, Client.RP_ID));
        Client.assertRefused(
                CtapException.ERR_PIN_POLICY_VIOLATION, () -> client.pin().changePin(RIGHT, RIGHT));
        client.pin().changePin(RIGHT, WRONG);
        assertFalse(client.session().getInfo().getForcePinChange());
    }

    @Test
    void longerMinimumForcesAChange() throws IOException, CommandException {
        Client client = Client.of(card("pin=" + Client.PIN));
        client.config().setMinPinLength(8, null, null);
        assertTrue(client.session().getInfo().getForcePinChange());
        assertEquals(8, client.session().getInfo().getMinPinLength());
    }

    @Test
    void shortPinIsRefused() throws IOException, CommandException {
        Client client = Client.of(card("min-pin-6"));
        Client.assertRefused(
                CtapException.ERR_PIN_POLICY_VIOLATION, () -> client.pin().setPin("12345".toCharArray()));
    }

    private static void refuse(Client client, byte status) {
        Client.assertRefused(status, () -> client.pin().getPinToken(WRONG, 0x01, Client.RP_ID));
    }

    private static Card card(String traits) {
        return Card.fresh("KH-1", Personalities.parse(traits));
    }
}
