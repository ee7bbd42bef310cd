package org.keyhopper.rehearsal.printer;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.rehearsal.authenticator.stack.ControlPort;

/**
 * Runs one simulated printer from the command line. Prints a line of JSON with its address once it listens; then
 * accepts the commands of {@link MachineCommands} on standard input or on a control port of the loopback interface.
 */
public final class CardMachineMain {

    private static final String USAGE = """
        --skin LANGUAGE [--quirks NAME,NAME...] [--port N] [--contact VPCDPORT] [--contactless VPCDPORT]
        [--cards N] [--traits TRAITS] [--movement MILLISECONDS] [--trays CAPACITY] [--reject yes|no]
        [--script FILE of commands] [--control PORT]\
        """;
    private static final List<String> OPTIONS = List.of(
            "--skin",
            "--quirks",
            "--port",
            "--contact",
            "--contactless",
            "--cards",
            "--traits",
            "--movement",
            "--trays",
            "--reject",
            "--script",
            "--control");
    private static final int BAD_USAGE = 2;

    private final Map<String, String> options;

    private CardMachineMain(Map<String, String> options) {
        this.options = options;
    }

    /** Runs until {@code quit} or the end of standard input. */
    public static void main(String[] arguments) throws IOException {
        try {
            new CardMachineMain(read(arguments)).run();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + System.lineSeparator() + USAGE);
            System.exit(BAD_USAGE);
        }
    }

    private void run() throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (CardMachine machine = machine();
                ProtocolServer skin = skin(machine)) {
            MachineCommands commands = new MachineCommands(machine);
            prepare(commands);
            out.println(ready(skin));
            ControlPort control = new ControlPort(commands::run);
            if (options.containsKey("--control")) {
                control.listen(number("--control", 0), out);
            } else {
                control.serve(System.in, out);
            }
        }
    }

    private CardMachine machine() {
        MachineOptions built = new MachineOptions(
                encoders(),
                number("--trays", 100),
                options.getOrDefault("--reject", "yes").equals("no")
                        ? MachineOptions.Tray.MISSING
                        : MachineOptions.Tray.BUILT_IN,
                Duration.ofMillis(number("--movement", 800)));
        return new CardMachine(built);
    }

    /** An encoder given on the command line has a reader; without any, both exist without readers. */
    private Map<Encoder, EncoderReader> encoders() {
        Map<Encoder, EncoderReader> encoders = new EnumMap<>(Encoder.class);
        vpcd("--contact").ifPresent(reader -> encoders.put(Encoder.CONTACT, reader));
        vpcd("--contactless").ifPresent(reader -> encoders.put(Encoder.CONTACTLESS, reader));
        return encoders.isEmpty() ? MachineOptions.quick().encoders() : encoders;
    }

    private Optional<EncoderReader> vpcd(String option) {
        return Optional.ofNullable(options.get(option))
                .map(Integer::parseInt)
                .map(port -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .map(EncoderReader::vpcd);
    }

    private ProtocolServer skin(CardMachine machine) throws IOException {
        String language = options.getOrDefault("--skin", "");
        List<ProtocolServerProvider> known = ServiceLoader.load(ProtocolServerProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        ProtocolServerProvider provider = known.stream()
                .filter(each -> each.name().equals(language))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--skin is missing or not one of "
                        + known.stream()
                                .map(ProtocolServerProvider::name)
                                .sorted()
                                .toList()));
        Encoder encoder = options.containsKey("--contact") ? Encoder.CONTACT : Encoder.CONTACTLESS;
        Set<String> quirks = Stream.of(options.getOrDefault("--quirks", "").split(","))
                .filter(name -> !name.isBlank())
                .collect(Collectors.toSet());
        return provider.open(machine, new ProtocolOptions(number("--port", 0), encoder, quirks));
    }

    private void prepare(MachineCommands commands) throws IOException {
        int cards = number("--cards", 0);
        if (cards > 0) {
            require(commands.run("load " + cards + " " + options.getOrDefault("--traits", "plain")));
        }
        if (options.containsKey("--script")) {
            for (String line : Files.readAllLines(Path.of(options.get("--script")))) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    require(commands.run(line));
                }
            }
        }
    }

    private int number(String option, int otherwise) {
        return options.containsKey(option) ? Integer.parseInt(options.get(option)) : otherwise;
    }

    private static void require(JsonObject answer) {
        if (!answer.get("ok").getAsBoolean()) {
            throw new IllegalArgumentException(answer.get("error").getAsString());
        }
    }

    private static JsonObject ready(ProtocolServer skin) {
        JsonObject line = new JsonObject();
        line.addProperty("address", skin.address());
        line.addProperty("port", skin.port());
        return line;
    }

    private static Map<String, String> read(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!OPTIONS.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("not understood: " + arguments[i]);
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        return options;
    }
}
