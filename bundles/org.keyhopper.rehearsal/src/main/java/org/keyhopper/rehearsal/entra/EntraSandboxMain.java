package org.keyhopper.rehearsal.entra;

import com.google.gson.JsonObject;
import java.io.IOException;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.SandboxArguments;

/**
 * Runs the sandbox by itself: {@code [--port N] [--users N | --people FILE] [--rules FILE]}. Prints one line of JSON with
 * addresses and credentials when it is ready, and runs until its process ends.
 */
public final class EntraSandboxMain {

    private EntraSandboxMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        SandboxArguments.run(arguments, EntraSandboxMain::start);
    }

    private static JsonObject start(SandboxArguments arguments) throws IOException {
        SandboxOptions options = SandboxOptions.with(arguments.people()).port(arguments.port());
        EntraSandbox sandbox = EntraSandbox.start(options);
        sandbox.rules().addAll(arguments.rules());
        return ready(sandbox);
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
