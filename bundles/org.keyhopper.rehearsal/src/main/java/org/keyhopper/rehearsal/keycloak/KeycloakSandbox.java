package org.keyhopper.rehearsal.keycloak;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.rehearsal.sandbox.AdminPages;
import org.keyhopper.rehearsal.sandbox.CallLog;
import org.keyhopper.rehearsal.sandbox.Dispatcher;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.Rules;
import org.keyhopper.rehearsal.sandbox.Sandbox;
import org.keyhopper.rehearsal.sandbox.SandboxServer;
import org.keyhopper.rehearsal.sandbox.SandboxUser;
import org.keyhopper.rehearsal.sandbox.TokenIssuer;

/**
 * A realm of Keycloak on this computer. It listens on loopback only, keeps everything in memory, and takes any number of
 * calls at once. Thread-safe.
 */
public final class KeycloakSandbox implements Sandbox {

    /** Where users sign in, which is the relying party id at first. */
    public static final String HOST = KeycloakRealm.HOST;

    private static final Duration TOKEN_LIFE = Duration.ofMinutes(5);

    private final SandboxServer server;
    private final KeycloakCredentials credentials = KeycloakCredentials.fresh();
    private final KeycloakRealm realm;
    private final TokenIssuer issuer;
    private final CallLog log = new CallLog();
    private final Rules rules = new Rules();

    private KeycloakSandbox(
            SandboxServer server, Population people, Set<String> roles, Optional<X509Certificate> certificate) {
        this.server = server;
        realm = new KeycloakRealm(people);
        issuer = new TokenIssuer(
                KeycloakCredentials.REALM,
                TOKEN_LIFE,
                roles,
                Json.object(
                        "resource_access", Json.object("realm-management", Json.object("roles", List.copyOf(roles)))));
        String url = server.url() + "/realms/" + KeycloakCredentials.REALM;
        KeycloakRoutes routes = new KeycloakRoutes(
                realm,
                new KeycloakSignInPages(credentials, certificate, issuer, url),
                new KeycloakUserPages(realm, roles),
                new KeycloakCredentialPages(realm),
                roles);
        server.start(
                new Dispatcher(routes::find, new KeycloakDialect(issuer), rules, log),
                new AdminPages(new KeycloakAdministration(realm, issuer), realm, rules, log));
    }

    /** Starts listening with a service account that has what it needs; port 0 takes any free one. */
    public static KeycloakSandbox start(int port, Population people) throws IOException {
        return start(port, people, KeycloakRights.USUAL, Optional.empty());
    }

    /**
     * Starts listening.
     *
     * @param roles of the service account, in realm-management
     * @param certificate of a client that signs its assertions; a client with a secret where there is none
     */
    public static KeycloakSandbox start(
            int port, Population people, Set<String> roles, Optional<X509Certificate> certificate) throws IOException {
        return new KeycloakSandbox(SandboxServer.at(port), people, roles, certificate);
    }

    /** Returns the setting {@code serverUrl} for the connector. */
    public String serverUrl() {
        return server.url();
    }

    public KeycloakCredentials credentials() {
        return credentials;
    }

    @Override
    public Rules rules() {
        return rules;
    }

    @Override
    public List<SandboxUser> users() {
        return realm.users();
    }

    /** Adds a user, or replaces the one with the same id. */
    @Override
    public void put(SandboxUser user) {
        realm.put(user);
    }

    /** Removes a user. */
    public void remove(SandboxUser user) {
        realm.remove(user.id());
    }

    /** Replaces these members of the passwordless policy. */
    public void policy(String json) {
        realm.policy(Json.read(json).orElseThrow(IllegalArgumentException::new));
    }

    /** Sets the password of a user, as an administrator does. */
    public void setPassword(String userId, String password) {
        realm.setPassword(userId, password);
    }

    /** Returns whether a user still has the password of the beginning. */
    public boolean hasFirstPassword(SandboxUser user) {
        return realm.hasPassword(user.id(), KeycloakRealm.passwordOf(user));
    }

    /** Returns the credential ids of a user's passkeys. */
    @Override
    public List<CredentialId> registered(String userId) {
        return realm.credentialsOf(userId).stream()
                .flatMap(one -> one.credentialId().stream())
                .toList();
    }

    /** Returns what a caller needs to know: addresses and settings. */
    JsonObject ready() {
        return Json.object(
                "serverUrl", serverUrl(),
                "adminUrl", server.url() + "/sandbox",
                "realm", KeycloakCredentials.REALM,
                "clientId", credentials.clientId(),
                "clientSecret", credentials.clientSecret());
    }

    @Override
    public void close() {
        server.close();
    }
}
