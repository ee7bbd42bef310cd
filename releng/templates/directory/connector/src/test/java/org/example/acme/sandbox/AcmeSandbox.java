package org.example.acme.sandbox;

import com.google.gson.JsonObject;
import java.io.IOException;
import org.keyhopper.rehearsal.sandbox.AdminPages;
import org.keyhopper.rehearsal.sandbox.CallLog;
import org.keyhopper.rehearsal.sandbox.Dispatcher;
import org.keyhopper.rehearsal.sandbox.EnrolmentKeeper;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.Rules;
import org.keyhopper.rehearsal.sandbox.SandboxMain;
import org.keyhopper.rehearsal.sandbox.SandboxServer;
import org.keyhopper.rehearsal.sandbox.TokenIssuer;

/**
 * A simulated Acme Identity at the loopback interface; keeps everything in memory. It is written from Acme's manual and not
 * from the connector, so that a mistake in one of them is found. People, rules for misbehaviour and the verification of
 * registrations are those of the rehearsal. Thread-safe.
 */
public final class AcmeSandbox implements AutoCloseable {

    public static final String TENANT = "contoso";

    private final SandboxServer server;
    private final String token = "rehearsal" + TokenIssuer.random(24);
    private final EnrolmentKeeper tenant;
    private final Rules rules = new Rules();

    private AcmeSandbox(SandboxServer server, Population people) {
        this.server = server;
        tenant = new EnrolmentKeeper(people);
        CallLog log = new CallLog();
        AcmeRoutes routes = new AcmeRoutes(tenant, new AcmePages(tenant, server.url()), new AcmeEnrolments(tenant));
        server.start(
                new Dispatcher(routes::find, new AcmeDialect(token), rules, log),
                new AdminPages(new AcmeAdministration(tenant), tenant, rules, log));
    }

    /** Starts listening; port 0 takes any free one. */
    public static AcmeSandbox start(int port, Population people) throws IOException {
        return new AcmeSandbox(SandboxServer.at(port), people);
    }

    /** Runs the sandbox by itself; prints one line of JSON with what a connector needs to know. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        SandboxMain.run(arguments, given -> {
            AcmeSandbox sandbox = start(given.port(), given.people());
            sandbox.rules().addAll(given.rules());
            return sandbox.ready();
        });
    }

    /** Returns the setting {@code url}. */
    public String url() {
        return server.url();
    }

    /** Returns the secret {@code apiToken}. It opens nothing but the sandbox. */
    public String token() {
        return token;
    }

    public Rules rules() {
        return rules;
    }

    public EnrolmentKeeper tenant() {
        return tenant;
    }

    private JsonObject ready() {
        return Json.object("url", url(), "tenant", TENANT, "apiToken", token, "adminUrl", url() + "/sandbox");
    }

    @Override
    public void close() {
        server.close();
    }
}
