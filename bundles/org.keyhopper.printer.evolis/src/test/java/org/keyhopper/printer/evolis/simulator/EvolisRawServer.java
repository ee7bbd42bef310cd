package org.keyhopper.printer.evolis.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.LoopbackServer;
import org.keyhopper.rehearsal.printer.MachineCondition;
import org.keyhopper.rehearsal.printer.ProtocolServer;

/** An Evolis printer on a stream: ESC, command, CR; replies end with NUL. */
public final class EvolisRawServer implements ProtocolServer {

    private static final int ESC = 0x1B;
    private static final int CR = 0x0D;

    private final CardMachine machine;
    private final Set<EvolisQuirk> quirks;
    private final EvolisCommands commands;
    private final LoopbackServer server;

    /** Listens on this port, or on any free one for 0. */
    EvolisRawServer(CardMachine machine, int port, Set<EvolisQuirk> quirks) throws IOException {
        this.machine = machine;
        this.quirks = quirks;
        commands = new EvolisCommands(machine, quirks, new EvolisStates(machine, quirks));
        server = new LoopbackServer(port, this::converse);
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public String address() {
        return "evolis-raw://127.0.0.1:" + port();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void converse(InputStream in, OutputStream out) throws IOException {
        ByteArrayOutputStream command = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            switch (next) {
                case ESC -> command.reset();
                case CR -> {
                    write(reply(command.toString(StandardCharsets.US_ASCII)), out);
                    if (quirks.contains(EvolisQuirk.HANGS_UP_AFTER_REPLY)) {
                        return;
                    }
                }
                default -> command.write(next);
            }
        }
    }

    private void write(byte[] reply, OutputStream out) throws IOException {
        if (!quirks.contains(EvolisQuirk.SEGMENTED_REPLIES)) {
            out.write(reply);
            return;
        }
        for (byte each : reply) {
            out.write(each);
            out.flush();
        }
    }

    private byte[] reply(String command) throws IOException {
        if (machine.has(MachineCondition.SWITCHED_OFF)) {
            commands.powerLost();
            throw new LoopbackServer.Silence();
        }
        Optional<String> reply = commands.run(command);
        boolean moves = command.startsWith("S");
        if (moves && reply.filter("OK"::equals).isEmpty() && !commands.errorsToHost()) {
            // The printer handles its errors itself: it keeps trying and sends nothing meanwhile.
            throw new LoopbackServer.Silence();
        }
        return (reply.orElseThrow(LoopbackServer.Silence::new) + '\0').getBytes(StandardCharsets.US_ASCII);
    }
}
