package org.keyhopper.rehearsal.pingone;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.rehearsal.sandbox.AdminPages;
import org.keyhopper.rehearsal.sandbox.CallLog;
import org.keyhopper.rehearsal.sandbox.Dispatcher;
import org.keyhopper.rehearsal.sandbox.Rules;
import org.keyhopper.rehearsal.sandbox.Sandbox;
import org.keyhopper.rehearsal.sandbox.SandboxServer;
import org.keyhopper.rehearsal.sandbox.SandboxUser;
import org.keyhopper.rehearsal.sandbox.TokenIssuer;

/**
 * An environment of PingOne on this computer. It listens on loopback only, keeps everything in memory, and takes any number
 * of calls at once. Thread-safe.
 */
public final class PingOneSandbox implements Sandbox {

    private final SandboxServer server;
    private final PingOneCredentials credentials = PingOneCredentials.fresh();
    private final PingOneTenant tenant;
    private final TokenIssuer issuer;
    private final Rules rules = new Rules();
    private final PingOneAdministration administration;
    private final AdminPages admin;

    private PingOneSandbox(SandboxServer server, PingOneSandboxOptions options) {
        this.server = server;
        tenant = new PingOneTenant(options.people());
        issuer = new TokenIssuer(credentials.environmentId(), options.tokenLife(), options.roles());
        administration = new PingOneAdministration(tenant, issuer);
        CallLog log = new CallLog();
        admin = new AdminPages(administration, tenant, rules, log);
        PingOnePolicies policies = new PingOnePolicies(tenant);
        PingOneRoutes routes = new PingOneRoutes(
                tenant,
                credentials.environmentId(),
                new TokenPages(credentials, options.secretInForm(), issuer),
                new UserPages(tenant, server.url()),
                new DevicePages(tenant, policies, options.optionsLife()),
                policies);
        server.start(new Dispatcher(routes::find, new PingOneDialect(issuer), rules, log), admin);
    }

    /** Starts listening. */
    public static PingOneSandbox start(PingOneSandboxOptions options) throws IOException {
        return new PingOneSandbox(SandboxServer.at(options.port()), options);
    }

    /** Returns the setting {@code authUrl} for the connector. */
    public String authUrl() {
        return server.url() + "/auth/" + credentials.environmentId() + "/as";
    }

    /** Returns the setting {@code apiUrl} for the connector. */
    public String apiUrl() {
        return server.url() + "/api/v1";
    }

    /** Returns the address of the sandbox's own pages: {@code /rules}, {@code /state} and others below it. */
    public String adminUrl() {
        return server.url() + "/sandbox";
    }

    public PingOneCredentials credentials() {
        return credentials;
    }

    @Override
    public Rules rules() {
        return rules;
    }

    @Override
    public List<SandboxUser> users() {
        return tenant.users();
    }

    /** Adds a person, or replaces the one with the same id. */
    @Override
    public void put(SandboxUser user) {
        tenant.put(user);
    }

    /** Switches multi-factor sign-in off for a person. */
    public void switchMfaOff(String userId) {
        tenant.mfa(userId, false);
    }

    public boolean hasMfa(String userId) {
        return tenant.hasMfa(userId);
    }

    /** Returns a FIDO policy to change and put back. */
    public JsonObject policy() {
        return tenant.policy();
    }

    public void policy(JsonObject json) {
        tenant.policy(json);
    }

    /** Allows these models alone. */
    public void allowOnly(List<String> aaguids) {
        tenant.policy(PingOnePolicies.only(aaguids));
    }

    /** Returns the credential ids registered for a person, by id or account name. */
    @Override
    public List<CredentialId> registered(String user) {
        return tenant.user(user).map(one -> tenant.credentialsOf(one.id())).orElse(List.of());
    }

    /** Returns how many devices wait for their activation. */
    @Override
    public int pending() {
        return tenant.pending();
    }

    /** Makes every access token given out so far worthless. */
    public void expireTokens() {
        issuer.revokeAll();
    }

    /** Returns people, passkeys and calls as JSON, as {@code /sandbox/state} does. */
    public String state() {
        return admin.state().toString();
    }

    @Override
    public void close() {
        server.close();
    }
}
