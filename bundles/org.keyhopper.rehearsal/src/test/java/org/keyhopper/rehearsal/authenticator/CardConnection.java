package org.keyhopper.rehearsal.authenticator;

import com.yubico.yubikit.core.Transport;
import com.yubico.yubikit.core.smartcard.SmartCardConnection;
import java.io.IOException;
import org.keyhopper.rehearsal.authenticator.card.CardContacts;
import org.keyhopper.rehearsal.authenticator.card.CardPulledException;

/** A connection of yubikit to a card. */
record CardConnection(CardContacts card) implements SmartCardConnection {
    @Override
    public byte[] sendAndReceive(byte[] apdu) throws IOException {
        try {
            return card.transmit(apdu);
        } catch (CardPulledException e) {
            throw new IOException(e);
        }
    }

    @Override
    public Transport getTransport() {
        return Transport.NFC;
    }

    @Override
    public boolean isExtendedLengthApduSupported() {
        return false;
    }

    @Override
    public byte[] getAtr() {
        return card.atr();
    }

    @Override
    public void close() {
        card.powerDown();
    }
}
