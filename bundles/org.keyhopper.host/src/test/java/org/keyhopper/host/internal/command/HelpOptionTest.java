package org.keyhopper.host.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyhopper.host.internal.output.Output;
import picocli.CommandLine;

/** Every command explains itself, without a station. */
class HelpOptionTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private static CommandLine keyhopper(String... arguments) {
        Output output = new Output(new PrintStream(PrintStream.nullOutputStream()), System.err);
        return KeyhopperCommand.commandLine(new CommandContext(null, output), arguments);
    }

    static Stream<String> commands() {
        return withSubcommands(keyhopper());
    }

    private static Stream<String> withSubcommands(CommandLine command) {
        return Stream.concat(
                Stream.of(command.getCommandSpec().qualifiedName(" ")),
                command.getSubcommands().values().stream().flatMap(HelpOptionTest::withSubcommands));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpIsPrinted(String command) {
        Stream<String> words = Arrays.stream(command.split(" ")).skip(1);
        String[] arguments = Stream.concat(words, Stream.of("--help")).toArray(String[]::new);
        int code = keyhopper(arguments)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        assertEquals(0, code, err::toString);
        assertTrue(out.toString().contains("Usage: " + command), out::toString);
        assertEquals("", err.toString());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void onlyWhatIsCalledIsMade(String command) {
        String[] words = Arrays.stream(command.split(" ")).skip(1).toArray(String[]::new);
        CommandLine made = keyhopper(words);
        for (String word : words) {
            assertEquals(Set.of(word), made.getSubcommands().keySet());
            made = made.getSubcommands().get(word);
        }
    }

    @Test
    void helpListsAllWhereverItIsAskedFor() {
        assertEquals(18, keyhopper("--help", "provision").getSubcommands().size());
        assertEquals(18, keyhopper("--json").getSubcommands().size());
        assertEquals(
                Set.of("devices"),
                keyhopper("--json", "devices").getSubcommands().keySet());
    }
}
