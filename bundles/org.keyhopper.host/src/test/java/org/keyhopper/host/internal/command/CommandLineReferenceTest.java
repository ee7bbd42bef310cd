package org.keyhopper.host.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keyhopper.host.internal.output.Output;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The page on the command line names every command and its options, and no others. */
class CommandLineReferenceTest {

    private static final Path PAGE = Path.of("../org.keyhopper.help/src/main/resources/help/en/command-line.md");
    private static final Pattern OPTION = Pattern.compile("`(--[a-z-]+)");

    /** Explained once for all commands. */
    private static final Set<String> COMMON = Set.of("--help", "--version", "--json");

    @Test
    void pageNamesTheOptionsOfEachCommand() throws IOException {
        Map<String, Set<String>> expected = new TreeMap<>();
        Output output = new Output(new PrintStream(PrintStream.nullOutputStream()), System.err);
        collect(KeyhopperCommand.commandLine(new CommandContext(null, output)), expected);
        assertEquals(expected, documented());
    }

    /** A command with subcommands is listed only if it does something itself. */
    private static void collect(CommandLine command, Map<String, Set<String>> found) {
        Set<String> options = command.getCommandSpec().options().stream()
                .map(OptionSpec::names)
                .flatMap(Arrays::stream)
                .filter(name -> name.startsWith("--") && !COMMON.contains(name))
                .flatMap(name -> negated(command, name))
                .collect(Collectors.toCollection(TreeSet::new));
        if (command.getSubcommands().isEmpty() || !options.isEmpty()) {
            found.put(command.getCommandSpec().qualifiedName(" "), options);
        }
        command.getSubcommands().values().forEach(each -> collect(each, found));
    }

    private static Stream<String> negated(CommandLine command, String name) {
        boolean negatable = command.getCommandSpec().findOption(name).negatable();
        return negatable ? Stream.of(name, name.replace("--", "--no-")) : Stream.of(name);
    }

    private static Map<String, Set<String>> documented() throws IOException {
        Map<String, Set<String>> found = new HashMap<>();
        for (String section : Files.readString(PAGE).split("(?m)^## ")) {
            String heading = section.lines().findFirst().orElse("");
            if (heading.startsWith("keyhopper ")) {
                found.put(
                        heading,
                        OPTION.matcher(section)
                                .results()
                                .map(MatchResult::group)
                                .map(text -> text.substring(1))
                                .filter(option -> !COMMON.contains(option))
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        }
        return new TreeMap<>(found);
    }
}
