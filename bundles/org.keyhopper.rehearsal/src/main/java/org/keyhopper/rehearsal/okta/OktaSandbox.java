package org.keyhopper.rehearsal.okta;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.rehearsal.sandbox.AdminPages;
import org.keyhopper.rehearsal.sandbox.CallLog;
import org.keyhopper.rehearsal.sandbox.Dispatcher;
import org.keyhopper.rehearsal.sandbox.EnrolmentKeeper;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.Rules;
import org.keyhopper.rehearsal.sandbox.Sandbox;
import org.keyhopper.rehearsal.sandbox.SandboxServer;
import org.keyhopper.rehearsal.sandbox.SandboxUser;
import org.keyhopper.rehearsal.sandbox.TokenIssuer;

/**
 * An org of Okta on this computer. It listens on loopback only, keeps everything in memory, and takes any number of calls at
 * once. Thread-safe.
 */
public final class OktaSandbox implements Sandbox {

    /** Where passkeys of this org are for; the setting {@code rpId} for the connector. */
    public static final String HOST = "contoso.okta.example";

    private final SandboxServer server;
    private final String token = "00rehearsal" + TokenIssuer.random(24);
    private final EnrolmentKeeper org;
    private final Rules rules = new Rules();

    private OktaSandbox(SandboxServer server, Population people) {
        this.server = server;
        org = new EnrolmentKeeper(people);
        CallLog log = new CallLog();
        OktaRoutes routes = new OktaRoutes(org, new OktaUsers(org, server.url()), new OktaFactors(org));
        server.start(
                new Dispatcher(routes::find, new OktaDialect(token), rules, log),
                new AdminPages(new OktaAdministration(org), org, rules, log));
    }

    /** Starts listening; port 0 takes any free one. */
    public static OktaSandbox start(int port, Population people) throws IOException {
        return new OktaSandbox(SandboxServer.at(port), people);
    }

    /** Returns the setting {@code orgUrl} for the connector. */
    public String orgUrl() {
        return server.url();
    }

    /** Returns the secret {@code apiToken} for the connector. It opens nothing but the sandbox, so it may be shown. */
    public String apiToken() {
        return token;
    }

    @Override
    public Rules rules() {
        return rules;
    }

    @Override
    public List<SandboxUser> users() {
        return org.users();
    }

    /** Adds a person, or replaces the one with the same id. */
    @Override
    public void put(SandboxUser user) {
        org.put(user);
    }

    /** Returns the credential ids registered for a person, by id. */
    @Override
    public List<CredentialId> registered(String userId) {
        return org.credentialsOf(userId);
    }

    /** Returns how many factors wait for their activation. */
    @Override
    public int pending() {
        return org.pending();
    }

    /** Returns what a caller needs to know: addresses and settings. */
    JsonObject ready() {
        return Json.object("orgUrl", orgUrl(), "adminUrl", server.url() + "/sandbox", "rpId", HOST, "apiToken", token);
    }

    @Override
    public void close() {
        server.close();
    }
}
