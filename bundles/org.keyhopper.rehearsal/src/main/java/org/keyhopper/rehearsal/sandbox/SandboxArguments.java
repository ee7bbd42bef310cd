package org.keyhopper.rehearsal.sandbox;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The arguments with which a sandbox runs by itself: {@code [--port N] [--users N | --people FILE] [--rules FILE]}.
 *
 * @param port to listen at
 * @param people who is there
 * @param rules how it misbehaves
 */
public record SandboxArguments(int port, Population people, List<Rule> rules) {

    private static final String USAGE = "usage: [--port N] [--users N | --people FILE.json] [--rules FILE.json]";
    private static final List<String> OPTIONS = List.of("--port", "--users", "--people", "--rules");
    private static final int BAD_USAGE = 2;

    /** Starts a sandbox. */
    @FunctionalInterface
    public interface Start {
        /** Returns what is to be told when it is ready. */
        JsonObject with(SandboxArguments arguments) throws IOException;
    }

    /** Starts, prints one line of JSON when ready, and stays until the process ends. */
    public static void run(String[] arguments, Start start) throws IOException, InterruptedException {
        try {
            System.out.println(start.with(read(arguments)));
            System.out.flush();
            Thread.currentThread().join();
        } catch (IllegalArgumentException bad) {
            System.err.println(bad.getMessage() + System.lineSeparator() + USAGE);
            System.exit(BAD_USAGE);
        }
    }

    private static SandboxArguments read(String[] arguments) throws IOException {
        Map<String, String> options = options(arguments);
        String people = options.get("--people");
        String rules = options.get("--rules");
        return new SandboxArguments(
                Integer.parseInt(options.getOrDefault("--port", "0")),
                people == null
                        ? Population.madeUp(Integer.parseInt(options.getOrDefault("--users", "20")))
                        : PeopleFile.read(Files.readString(Path.of(people))),
                rules == null
                        ? List.of()
                        : Json.readAll(Files.readString(Path.of(rules))).stream()
                                .map(Rule::read)
                                .toList());
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
