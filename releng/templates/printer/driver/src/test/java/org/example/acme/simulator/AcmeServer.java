package org.example.acme.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.LoopbackServer;
import org.keyhopper.rehearsal.printer.MachineCondition;
import org.keyhopper.rehearsal.printer.Motion;
import org.keyhopper.rehearsal.printer.MotionOutcome;
import org.keyhopper.rehearsal.printer.ProtocolServer;

/**
 * A simulated Acme printer: translates the commands into movements of the machine. It is written from Acme's manual and
 * not from the driver, so that a mistake in one of them is found.
 */
final class AcmeServer implements ProtocolServer {

    /** The numbers in Acme's manual. */
    private static final Map<MotionOutcome, String> REPLIES = new EnumMap<>(Map.of(
            MotionOutcome.DONE, "DONE",
            MotionOutcome.HOPPER_EMPTY, "ERROR 1",
            MotionOutcome.JAM, "ERROR 2",
            MotionOutcome.COVER_OPEN, "ERROR 3",
            MotionOutcome.REJECT_FULL, "ERROR 4",
            MotionOutcome.RESERVED, "ERROR 5",
            MotionOutcome.FEED_FAILED, "ERROR 6"));

    private final CardMachine machine;
    private final LoopbackServer server;

    AcmeServer(CardMachine machine, int port) throws IOException {
        this.machine = machine;
        server = new LoopbackServer(port, this::converse);
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public String address() {
        return "acme://127.0.0.1:" + port();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void converse(InputStream in, OutputStream out) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (machine.has(MachineCondition.SWITCHED_OFF)) {
                throw new LoopbackServer.Silence();
            }
            out.write((reply(line) + "\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    private String reply(String line) throws IOException {
        return switch (line) {
            case "MODEL?" -> "Acme 1";
            case "STATE?" -> state();
            case "PLACE?" -> place();
            case "EJECT" -> reply(machine.eject());
            case "REJECT" -> reply(machine.reject());
            case "FEED CONTACT" -> feed(Encoder.CONTACT);
            case "FEED CONTACTLESS" -> feed(Encoder.CONTACTLESS);
            default -> "ERROR 99";
        };
    }

    private String state() {
        if (machine.has(MachineCondition.RESERVED)) {
            return "ERROR 5";
        }
        if (machine.has(MachineCondition.COVER_OPEN)) {
            return "ERROR 3";
        }
        return machine.has(MachineCondition.JAMMED) ? "ERROR 2" : "READY";
    }

    private String place() {
        return machine.cardInside()
                .map(place -> switch (place) {
                    case CONTACT, CONTACTLESS -> place.name();
                    default -> "INSIDE";
                })
                .orElse("NONE");
    }

    /** Acme's printers lower the contacts as part of the movement. */
    private String feed(Encoder encoder) throws IOException {
        Motion fed = machine.toEncoder(encoder);
        return reply(fed.isDone() && fed.told() ? machine.engage() : fed);
    }

    private static String reply(Motion motion) throws IOException {
        if (!motion.told()) {
            throw new LoopbackServer.Silence();
        }
        return REPLIES.getOrDefault(motion.outcome(), "ERROR 99");
    }
}
