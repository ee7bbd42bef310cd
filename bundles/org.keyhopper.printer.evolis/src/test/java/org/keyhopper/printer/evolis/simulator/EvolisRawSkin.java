package org.keyhopper.printer.evolis.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.MachineTrouble;
import org.keyhopper.rehearsal.printer.PrinterSkin;
import org.keyhopper.rehearsal.printer.SkinServer;

/** An Evolis printer on a stream: ESC, command, CR; replies end with NUL. */
public final class EvolisRawSkin implements PrinterSkin {

    private static final int ESC = 0x1B;
    private static final int CR = 0x0D;

    private final CardMachine machine;
    private final EvolisCommands commands;
    private final SkinServer server;

    /** Listens on this port, or on any for 0. */
    public EvolisRawSkin(CardMachine machine, int port) throws IOException {
        this.machine = machine;
        commands = new EvolisCommands(machine);
        server = new SkinServer(port, this::converse);
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
                case CR -> out.write(reply(command.toString(StandardCharsets.US_ASCII)));
                default -> command.write(next);
            }
        }
    }

    private byte[] reply(String command) throws IOException {
        Optional<String> reply = machine.has(MachineTrouble.SWITCHED_OFF) ? Optional.empty() : commands.run(command);
        return (reply.orElseThrow(SkinServer.Silence::new) + '\0').getBytes(StandardCharsets.US_ASCII);
    }
}
