package org.keyhopper.rehearsal.authenticator.stack;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs a card stack from the command line: {@code --directory DIR [--slot PORT]... [--usb PORT]... [--control PORT]}.
 * The vpcd slots come first, then simulated USB ports; all are on the loopback interface. Without a control port,
 * commands are read from standard input.
 */
public final class CardStackMain {
    private final List<InetSocketAddress> slots = new ArrayList<>();
    private final List<InetSocketAddress> ports = new ArrayList<>();
    private Optional<Path> directory = Optional.empty();
    private Optional<Integer> control = Optional.empty();

    private CardStackMain(String[] arguments) {
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            take(arguments[i], arguments[i + 1]);
        }
        if (arguments.length % 2 != 0 || directory.isEmpty() || slots.isEmpty() && ports.isEmpty()) {
            throw new IllegalArgumentException("--directory DIR [--slot PORT]... [--usb PORT]... [--control PORT]");
        }
    }

    /** Runs until {@code quit} or the end of standard input. */
    public static void main(String[] arguments) throws IOException {
        try {
            new CardStackMain(arguments).run();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private void take(String name, String value) {
        switch (name) {
            case "--directory" -> directory = Optional.of(Path.of(value));
            case "--slot" -> slots.add(loopback(value));
            case "--usb" -> ports.add(loopback(value));
            case "--control" -> control = Optional.of(Integer.parseInt(value));
            default -> throw new IllegalArgumentException("unknown option " + name);
        }
    }

    private static InetSocketAddress loopback(String port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
    }

    private void run() throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (var stack = new CardStack(directory.orElseThrow(), slots, ports);
                var commands = new StackCommands(stack)) {
            var port = new ControlPort(commands::run);
            if (control.isPresent()) {
                port.listen(control.get(), out);
            } else {
                port.serve(System.in, out);
            }
        }
    }
}
