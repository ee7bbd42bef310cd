package org.keyhopper.rehearsal.entra;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.keyhopper.api.device.CredentialId;

/**
 * A tenant of Entra ID on this computer. It listens on loopback only, keeps everything in memory, and takes any number
 * of calls at once. Thread-safe.
 */
public final class EntraSandbox implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String base;
    private final SandboxCredentials credentials = SandboxCredentials.fresh();
    private final SandboxTenant tenant;
    private final TokenIssuer issuer;
    private final Rules rules = new Rules();
    private final AdminPages admin;

    private EntraSandbox(HttpServer server, SandboxOptions options) {
        this.server = server;
        base = "http://127.0.0.1:" + server.getAddress().getPort();
        tenant = new SandboxTenant(options.people());
        issuer = new TokenIssuer(credentials.tenant(), options.lives().token(), options.rights());
        CallLog log = new CallLog();
        admin = new AdminPages(this, tenant, log, options.methodIds());
        Routes routes = new Routes(
                tenant,
                new SignInPages(credentials, options, issuer),
                new PeoplePages(tenant, graphUrl()),
                new PasskeyPages(tenant, options),
                loginUrl());
        server.createContext("/", new Dispatcher(routes, issuer, rules, log));
        server.createContext("/sandbox", admin);
        server.setExecutor(threads);
    }

    /** Starts listening. */
    public static EntraSandbox start(SandboxOptions options) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port());
        EntraSandbox sandbox = new EntraSandbox(HttpServer.create(address, 0), options);
        sandbox.server.start();
        return sandbox;
    }

    /** Returns the setting {@code loginUrl} for the connector. */
    public String loginUrl() {
        return base + "/login";
    }

    /** Returns the setting {@code graphUrl} for the connector. */
    public String graphUrl() {
        return base + "/graph";
    }

    /** Returns the address of the sandbox's own pages: {@code /rules}, {@code /state} and others below it. */
    public String adminUrl() {
        return base + "/sandbox";
    }

    public SandboxCredentials credentials() {
        return credentials;
    }

    public Rules rules() {
        return rules;
    }

    public List<SandboxUser> users() {
        return tenant.users();
    }

    public List<SandboxGroup> groups() {
        return tenant.groups();
    }

    /** Adds a person, or replaces the one with the same id. */
    public void put(SandboxUser user) {
        tenant.put(user);
    }

    /** Replaces the passkey policy by this JSON of a fido2AuthenticationMethodConfiguration. */
    public void policy(String json) {
        tenant.policy(Json.read(json).orElseThrow(IllegalArgumentException::new));
    }

    /** Returns the credential ids registered for a person, by object id or account name. */
    public List<CredentialId> registered(String user) {
        return tenant.user(user).stream()
                .flatMap(one -> tenant.methodsOf(one.id()).stream())
                .map(StoredMethod::credentialId)
                .toList();
    }

    /** Verifies an assertion with the public key that was registered; false also when there is none. */
    public boolean verifyAssertion(CredentialId id, byte[] authenticatorData, byte[] clientDataHash, byte[] signature) {
        return tenant.method(id)
                .filter(method -> AssertionCheck.verify(method.key(), authenticatorData, clientDataHash, signature))
                .isPresent();
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
        server.stop(0);
        threads.shutdownNow();
    }
}
