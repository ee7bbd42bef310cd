package org.keyhopper.rehearsal.okta;

import java.io.IOException;
import org.keyhopper.rehearsal.sandbox.SandboxArguments;

/**
 * Runs the sandbox by itself: {@code [--port N] [--users N | --people FILE] [--rules FILE]}. Prints one line of JSON with
 * address, settings and token when it is ready, and runs until its process ends.
 */
public final class OktaSandboxMain {

    private OktaSandboxMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        SandboxArguments.run(arguments, given -> {
            OktaSandbox sandbox = OktaSandbox.start(given.port(), given.people());
            sandbox.rules().addAll(given.rules());
            return sandbox.ready();
        });
    }
}
