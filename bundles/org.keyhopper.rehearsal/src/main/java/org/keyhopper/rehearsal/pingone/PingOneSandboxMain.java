package org.keyhopper.rehearsal.pingone;

import com.google.gson.JsonObject;
import java.io.IOException;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.SandboxArguments;

/**
 * Runs the sandbox by itself: {@code [--port N] [--users N | --people FILE] [--rules FILE]}. Prints one line of JSON with
 * addresses and credentials when it is ready, and runs until its process ends.
 */
public final class PingOneSandboxMain {

    private PingOneSandboxMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        SandboxArguments.run(arguments, PingOneSandboxMain::start);
    }

    private static JsonObject start(SandboxArguments arguments) throws IOException {
        PingOneSandboxOptions options =
                PingOneSandboxOptions.with(arguments.people()).port(arguments.port());
        PingOneSandbox sandbox = PingOneSandbox.start(options);
        sandbox.rules().addAll(arguments.rules());
        PingOneCredentials credentials = sandbox.credentials();
        return Json.object(
                "authUrl", sandbox.authUrl(),
                "apiUrl", sandbox.apiUrl(),
                "adminUrl", sandbox.adminUrl(),
                "environmentId", credentials.environmentId(),
                "clientId", credentials.clientId(),
                "clientSecret", credentials.clientSecret());
    }
}
