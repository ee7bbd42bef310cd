package org.keyhopper.transport.pcsc.internal.apdu;

import java.io.ByteArrayOutputStream;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;

/**
 * Fetches the remaining response data after 61xx. GET RESPONSE is sent with the interindustry class byte, and with the
 * command's class byte to cards that refuse it.
 */
final class GetResponse implements ApduLink {

    private static final int INS = 0xC0;
    private static final int MAX_RESPONSE = 65_536;

    private final ApduLink card;

    GetResponse(ApduLink card) {
        this.card = card;
    }

    @Override
    public byte[] transmit(byte[] command) throws ChannelException {
        byte[] bytes = card.transmit(command);
        ResponseApdu answer = ResponseApdu.of(bytes);
        return answer.sw1() == StatusWord.MORE_DATA ? collect(answer, command[0]) : bytes;
    }

    private byte[] collect(ResponseApdu first, byte commandClass) throws ChannelException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first.data());
        ResponseApdu part = first;
        byte cla = 0;
        while (part.sw1() == StatusWord.MORE_DATA) {
            ResponseApdu next = fetch(cla, part.sw2());
            if (cla != commandClass && StatusWord.isUnknownCommand(next.sw())) {
                cla = commandClass;
                next = fetch(cla, part.sw2());
            }
            all.writeBytes(next.data());
            requireProgress(next, all.size());
            part = next;
        }
        all.write(part.sw1());
        all.write(part.sw2());
        return all.toByteArray();
    }

    private ResponseApdu fetch(byte cla, int length) throws ChannelException {
        return ResponseApdu.of(card.transmit(new byte[] {cla, (byte) INS, 0, 0, (byte) length}));
    }

    private static void requireProgress(ResponseApdu part, int total) throws ChannelException {
        boolean stuck = part.sw1() == StatusWord.MORE_DATA && part.data().length == 0;
        if (stuck || total > MAX_RESPONSE) {
            throw new ChannelException(Problem.of(DeviceProblem.PROTOCOL_ERROR)
                    .withDetail("GET RESPONSE returns no data after " + total + " bytes"));
        }
    }
}
