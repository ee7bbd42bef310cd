package org.keyhopper.rehearsal.keycloak;

import java.io.IOException;
import org.keyhopper.rehearsal.sandbox.SandboxMain;

/**
 * Runs the sandbox by itself: {@code [--port N] [--users N | --people FILE] [--rules FILE]}. Prints one line of JSON with
 * address, settings and secret when it is ready, and runs until its process ends.
 */
public final class KeycloakSandboxMain {

    private KeycloakSandboxMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        SandboxMain.run(arguments, given -> {
            KeycloakSandbox sandbox = KeycloakSandbox.start(given.port(), given.people());
            sandbox.rules().addAll(given.rules());
            return sandbox.ready();
        });
    }
}
