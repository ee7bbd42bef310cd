package org.keyhopper.rehearsal.entra;

import java.io.IOException;
import java.util.List;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.rehearsal.sandbox.AdminPages;
import org.keyhopper.rehearsal.sandbox.CallLog;
import org.keyhopper.rehearsal.sandbox.Dispatcher;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.Rules;
import org.keyhopper.rehearsal.sandbox.Sandbox;
import org.keyhopper.rehearsal.sandbox.SandboxGroup;
import org.keyhopper.rehearsal.sandbox.SandboxServer;
import org.keyhopper.rehearsal.sandbox.SandboxUser;
import org.keyhopper.rehearsal.sandbox.TokenIssuer;

/**
 * A tenant of Entra ID on this computer. It listens on loopback only, keeps everything in memory, and takes any number
 * of calls at once. Thread-safe.
 */
public final class EntraSandbox implements Sandbox {

    private final SandboxServer server;
    private final SandboxCredentials credentials = SandboxCredentials.fresh();
    private final SandboxTenant tenant;
    private final TokenIssuer issuer;
    private final Rules rules = new Rules();
    private final EntraAdministration administration;
    private final AdminPages admin;

    private EntraSandbox(SandboxServer server, SandboxOptions options) {
        this.server = server;
        tenant = new SandboxTenant(options.people());
        issuer = new TokenIssuer(credentials.tenant(), options.lives().token(), options.rights());
        administration = new EntraAdministration(tenant, issuer, options.methodIds());
        CallLog log = new CallLog();
        admin = new AdminPages(administration, tenant, rules, log);
        Routes routes = new Routes(
                tenant,
                new SignInPages(credentials, options, issuer),
                new PeoplePages(tenant, graphUrl()),
                new PasskeyPages(tenant, options),
                loginUrl());
        server.start(new Dispatcher(routes::find, new GraphDialect(issuer), rules, log), admin);
    }

    /** Starts listening. */
    public static EntraSandbox start(SandboxOptions options) throws IOException {
        return new EntraSandbox(SandboxServer.at(options.port()), options);
    }

    /** Returns the setting {@code loginUrl} for the connector. */
    public String loginUrl() {
        return server.url() + "/login";
    }

    /** Returns the setting {@code graphUrl} for the connector. */
    public String graphUrl() {
        return server.url() + "/graph";
    }

    /** Returns the address of the sandbox's own pages: {@code /rules}, {@code /state} and others below it. */
    public String adminUrl() {
        return server.url() + "/sandbox";
    }

    public SandboxCredentials credentials() {
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

    public List<SandboxGroup> groups() {
        return tenant.groups();
    }

    /** Adds a person, or replaces the one with the same id. */
    @Override
    public void put(SandboxUser user) {
        tenant.put(user);
    }

    /** Replaces the passkey policy by this JSON of a fido2AuthenticationMethodConfiguration. */
    public void policy(String json) {
        tenant.policy(Json.read(json).orElseThrow(IllegalArgumentException::new));
    }

    /** Returns the credential ids registered for a person, by object id or account name. */
    @Override
    public List<CredentialId> registered(String user) {
        return tenant.user(user).stream()
                .flatMap(one -> tenant.methodsOf(one.id()).stream())
                .map(StoredMethod::credentialId)
                .toList();
    }

    /** Verifies an assertion with the public key that was registered; false also when there is none. */
    public boolean verifyAssertion(CredentialId id, byte[] authenticatorData, byte[] clientDataHash, byte[] signature) {
        return administration.verifyAssertion(id, authenticatorData, clientDataHash, signature);
    }

    /** Makes every access token given out so far worthless. */
    public void expireTokens() {
        issuer.revokeAll();
    }

    /** Makes every refresh token given out so far worthless. */
    public void expireRefreshTokens() {
        issuer.revokeRefreshTokens();
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
