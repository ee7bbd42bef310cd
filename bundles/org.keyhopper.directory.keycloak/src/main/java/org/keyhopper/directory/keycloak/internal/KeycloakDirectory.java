package org.keyhopper.directory.keycloak.internal;

import java.time.Clock;
import java.util.Optional;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryCapabilities;
import org.keyhopper.directory.support.Connection;
import org.keyhopper.directory.support.HttpDirectory;
import org.keyhopper.directory.support.http.JsonSession;

/** Creates the directory of a signed-in realm. */
final class KeycloakDirectory {

    private KeycloakDirectory() {}

    static Directory open(KeycloakSettings settings, Connection connection, KeycloakSignIn.Realm realm) {
        Clock clock = Clock.systemUTC();
        JsonSession session =
                new JsonSession(connection.sender(realm.tokens()), request -> request, KeycloakErrors::problem);
        KeycloakRequests requests = new KeycloakRequests(settings.server(), settings.realm());
        PolicyRead policy = new PolicyRead(session, requests, realm.issuer(), clock);
        KeycloakUsers users = new KeycloakUsers(session, requests);
        KeycloakConnectionCheck test = new KeycloakConnectionCheck(realm.tokens(), session, requests, policy);
        return new HttpDirectory(
                connection,
                new DirectoryCapabilities(true, KeycloakPasskeys.LONGEST_NAME, Optional.of(requests.accountConsole())),
                new KeycloakPeople(session, requests),
                new KeycloakPasskeys(
                        session,
                        requests,
                        users,
                        policy,
                        new Registration(session, requests, users),
                        clock,
                        connection.delay()),
                test::findings);
    }
}
