package org.keyhopper.rehearsal.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The arguments with which a sandbox runs by itself: {@code [--port N] [--users N [--crowd N] | --people FILE] [--table FILE]
 * [--rules FILE]}.
 *
 * @param port to listen at
 * @param people who is there
 * @param table where to write them as {@code keyhopper request import} reads them
 * @param rules how it misbehaves
 */
public record SandboxArguments(int port, Population people, Optional<Path> table, List<Rule> rules) {

    static final String USAGE =
            "usage: [--port N] [--users N [--crowd N] | --people FILE.json] [--table FILE.csv] [--rules FILE.json]";
    private static final List<String> OPTIONS =
            List.of("--port", "--users", "--crowd", "--people", "--table", "--rules");

    /** Reads them; IllegalArgumentException when they are not understood. */
    static SandboxArguments read(String[] arguments) throws IOException {
        Map<String, String> options = options(arguments);
        String people = options.get("--people");
        String rules = options.get("--rules");
        return new SandboxArguments(
                Integer.parseInt(options.getOrDefault("--port", "0")),
                people == null
                        ? Population.madeUp(number(options, "--users", 20), number(options, "--crowd", 0))
                        : PeopleFile.read(Files.readString(Path.of(people))),
                Optional.ofNullable(options.get("--table")).map(Path::of),
                rules == null
                        ? List.of()
                        : Json.readAll(Files.readString(Path.of(rules))).stream()
                                .map(Rule::read)
                                .toList());
    }

    /** Writes the table, if one is wanted. */
    void writeTable() throws IOException {
        if (table.isPresent()) {
            List<String> rows = Stream.concat(
                            Stream.of("user,displayName"),
                            people.users().stream()
                                    .map(user -> cell(user.userPrincipalName()) + "," + cell(user.displayName())))
                    .toList();
            Files.write(table.get(), rows);
        }
    }

    private static String cell(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static int number(Map<String, String> options, String name, int usual) {
        return Integer.parseInt(options.getOrDefault(name, Integer.toString(usual)));
    }

    private static Map<String, String> options(String[] arguments) {
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
