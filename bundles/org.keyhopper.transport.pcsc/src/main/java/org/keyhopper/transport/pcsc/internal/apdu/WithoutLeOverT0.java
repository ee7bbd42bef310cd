package org.keyhopper.transport.pcsc.internal.apdu;

import java.util.Arrays;
import org.keyhopper.api.transport.ChannelException;

/** Removes Le from commands with data, because a T=0 TPDU has only one length byte (ISO 7816-3 section 12.2). */
public final class WithoutLeOverT0 implements ApduLink {

    private static final int HEADER = 5;

    private final ApduLink card;

    public WithoutLeOverT0(ApduLink card) {
        this.card = card;
    }

    @Override
    public byte[] transmit(byte[] command) throws ChannelException {
        return card.transmit(hasDataAndLe(command) ? Arrays.copyOf(command, command.length - 1) : command);
    }

    private static boolean hasDataAndLe(byte[] command) {
        return command.length > HEADER && command.length == HEADER + Byte.toUnsignedInt(command[4]) + 1;
    }
}
