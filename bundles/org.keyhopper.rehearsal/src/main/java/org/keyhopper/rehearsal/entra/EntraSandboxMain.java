package org.keyhopper.rehearsal.entra;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the sandbox by itself: {@code [--port N] [--users N | --people FILE] [--rules FILE]}. Prints one line of JSON with
 * addresses and credentials when it is ready, and runs until its process ends.
 */
public final class EntraSandboxMain {

    private static final String USAGE = "usage: [--port N] [--users N | --people FILE.json] [--rules FILE.json]";
    private static final List<String> OPTIONS = List.of("--port", "--users", "--people", "--rules");
    private static final int BAD_USAGE = 2;

    private EntraSandboxMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            EntraSandbox sandbox = start(read(arguments));
            System.out.println(ready(sandbox));
            System.out.flush();
            Thread.currentThread().join();
        } catch (IllegalArgumentException bad) {
            System.err.println(bad.getMessage() + System.lineSeparator() + USAGE);
            System.exit(BAD_USAGE);
        }
    }

    private static EntraSandbox start(Map<String, String> options) throws IOException {
        String people = options.get("--people");
        SandboxOptions settings = people == null
                ? SandboxOptions.withPeople(Integer.parseInt(options.getOrDefault("--users", "20")))
                : PeopleFile.read(Files.readString(Path.of(people)));
        EntraSandbox sandbox = EntraSandbox.start(settings.port(Integer.parseInt(options.getOrDefault("--port", "0"))));
        String rules = options.get("--rules");
        if (rules != null) {
            sandbox.rules()
                    .addAll(Json.readAll(Files.readString(Path.of(rules))).stream()
                            .map(Rule::read)
                            .toList());
        }
        return sandbox;
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

    private static JsonObject ready(EntraSandbox sandbox) {
        SandboxCredentials credentials = sandbox.credentials();
        return Json.object(
                "loginUrl", sandbox.loginUrl(),
                "graphUrl", sandbox.graphUrl(),
                "adminUrl", sandbox.adminUrl(),
                "tenant", credentials.tenant(),
                "clientId", credentials.clientId(),
                "clientSecret", credentials.clientSecret());
    }
}
