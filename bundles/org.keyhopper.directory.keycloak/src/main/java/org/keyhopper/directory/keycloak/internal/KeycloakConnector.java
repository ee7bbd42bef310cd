package org.keyhopper.directory.keycloak.internal;

import java.time.Duration;
import java.util.List;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.directory.support.Connection;
import org.keyhopper.directory.support.HttpConnector;
import org.keyhopper.directory.support.http.CancellableDelay;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Keycloak, through its admin API. */
@Component(service = DirectoryConnector.class)
public final class KeycloakConnector extends HttpConnector {

    @Activate
    public KeycloakConnector() {
        this(RESPONSE_TIMEOUT, Thread::sleep);
    }

    /** With other waits, for tests. */
    public KeycloakConnector(Duration responseTimeout, CancellableDelay.Sleep sleep) {
        super("keycloak", "Keycloak", KeycloakFields.DESCRIPTION, responseTimeout, sleep);
    }

    @Override
    public List<Problem> check(Settings settings, Secrets secrets) {
        return KeycloakSettings.check(settings, secrets);
    }

    @Override
    protected Answer<Directory> open(Settings settings, Secrets secrets, Connection connection) {
        return KeycloakSettings.read(settings, secrets).flatMap(good -> new KeycloakSignIn(good, secrets, connection)
                .signIn()
                .map(realm -> KeycloakDirectory.open(good, connection, realm)));
    }
}
