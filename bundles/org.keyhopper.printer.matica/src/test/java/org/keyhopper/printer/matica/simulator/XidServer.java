package org.keyhopper.printer.matica.simulator;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.LoopbackServer;
import org.keyhopper.rehearsal.printer.MachineCondition;
import org.keyhopper.rehearsal.printer.ProtocolServer;

/** An XID printer on TCP: big-endian words, a welcome message, and replies while a movement is still in progress. */
final class XidServer implements ProtocolServer {

    private static final int WELCOME = 0xF3000200;
    private static final int DOCUMENT_ACCEPTED = 0xF3000400;
    private static final int DONE = 0xF1000100;
    private static final int REFUSED = 0xF1000200;
    private static final int DATA = 0xF1000300;
    private static final int BUSY_PRINTING = 0x2D400;
    private static final int WELCOME_LENGTH = 104;
    private static final int NAME_AT = 14;
    private static final int MODEL_AT = 40;
    private static final int NO_CARD = 0x0400;

    private final CardMachine machine;
    private final XidMovements movements;
    private final XidQuirks quirks;
    private final LoopbackServer server;

    /** Listens on this port, or on any free one for 0. */
    XidServer(CardMachine machine, int port, Set<XidQuirk> quirks) throws IOException {
        this.machine = machine;
        this.quirks = new XidQuirks(machine, quirks);
        movements = new XidMovements(machine);
        server = new LoopbackServer(port, this::converse);
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public String address() {
        return "matica://127.0.0.1:" + port();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void converse(InputStream in, OutputStream out) throws IOException {
        requirePower();
        DataInputStream requests = new DataInputStream(in);
        DataOutputStream replies = new DataOutputStream(out);
        send(replies, WELCOME, 0, 0, welcome(quirks.has(XidQuirk.OTHER_MODEL) ? "XID580ie" : "XID8600         "));
        boolean greeted = false;
        while (true) {
            int words;
            try {
                requests.readInt();
                words = requests.readInt();
            } catch (EOFException e) {
                return;
            }
            requests.readInt();
            int sequence = requests.readInt();
            byte[] data = requests.readNBytes((words - 2) * Integer.BYTES);
            requirePower();
            if (greeted) {
                if (quirks.has(XidQuirk.LATE_REPLIES) && sequence > 0) {
                    reply(replies, sequence - 1, 0);
                }
                answer(replies, sequence, ByteBuffer.wrap(data).getInt());
            } else {
                send(replies, DOCUMENT_ACCEPTED, 0, sequence, new byte[0]);
                greeted = true;
            }
        }
    }

    private void answer(DataOutputStream replies, int sequence, int command) throws IOException {
        switch (command) {
            case 0x01020000 -> reply(replies, sequence, readiness());
            case 0x02020000 -> send(replies, DATA, 0, sequence, position());
            default -> {
                int word = run(command);
                reply(replies, sequence, word);
                if (word == 0 && quirks.has(XidQuirk.RESET_IN_MOVE)) {
                    throw new LoopbackServer.Silence();
                }
            }
        }
    }

    private int readiness() throws IOException {
        int word = quirks.beforeReadiness();
        return word == 0 ? movements.readiness() : word;
    }

    private int run(int command) throws IOException {
        if (command == 0x03020000) {
            quirks.initialised();
            return 0;
        }
        int refusal = quirks.beforeMovement();
        if (refusal != 0) {
            return refusal;
        }
        if (machine.has(MachineCondition.RESERVED)) {
            return BUSY_PRINTING;
        }
        return switch (command) {
            case 0x04020001 -> movements.load(Encoder.CONTACT);
            case 0x04020002 -> movements.load(Encoder.CONTACTLESS);
            case 0x05020001 -> movements.start(() -> machine.toEncoder(Encoder.CONTACT));
            case 0x05020002 -> movements.start(() -> machine.toEncoder(Encoder.CONTACTLESS));
            case 0x05020004 -> movements.start(machine::reject);
            case 0x05020005 -> movements.start(machine::eject);
            case 0x0A020000, 0x0A021000 -> movements.finish(machine::engage);
            case 0x0A024000, 0x0A025000 -> movements.finish(machine::release);
            default -> 0x52000;
        };
    }

    private byte[] position() {
        int data = machine.cardInside()
                .map(place -> switch (place) {
                    case CONTACT -> 1;
                    case CONTACTLESS -> 2;
                    default -> 0;
                })
                .orElse(NO_CARD);
        return ByteBuffer.allocate(Integer.BYTES).putInt(0x01020000 | data).array();
    }

    private static byte[] welcome(String model) {
        ByteBuffer data = ByteBuffer.allocate(WELCOME_LENGTH);
        data.put(NAME_AT, "PRINTER01".getBytes(StandardCharsets.US_ASCII));
        data.put(MODEL_AT, model.getBytes(StandardCharsets.US_ASCII));
        return data.array();
    }

    private static void reply(DataOutputStream replies, int sequence, int status) throws IOException {
        send(replies, status == 0 ? DONE : REFUSED, status, sequence, new byte[0]);
    }

    private static void send(DataOutputStream replies, int function, int status, int sequence, byte[] data)
            throws IOException {
        replies.write(ByteBuffer.allocate(4 * Integer.BYTES + data.length)
                .putInt(function)
                .putInt(2 + data.length / Integer.BYTES)
                .putInt(status)
                .putInt(sequence)
                .put(data)
                .array());
    }

    private void requirePower() throws IOException {
        if (machine.has(MachineCondition.SWITCHED_OFF)) {
            quirks.lostPower();
            throw new LoopbackServer.Silence();
        }
    }
}
