package org.keyhopper.directory.entra.internal;

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

/** Microsoft Entra ID, through Graph v1.0. */
@Component(service = DirectoryConnector.class)
public final class EntraConnector extends HttpConnector {

    @Activate
    public EntraConnector() {
        this(RESPONSE_TIMEOUT, Thread::sleep);
    }

    /** With other waits, for tests. */
    public EntraConnector(Duration responseTimeout, CancellableDelay.Sleep sleep) {
        super("entra", "Microsoft Entra ID", EntraFields.DESCRIPTION, responseTimeout, sleep);
    }

    @Override
    public List<Problem> check(Settings settings, Secrets secrets) {
        return EntraSettings.check(settings, secrets);
    }

    @Override
    protected Answer<Directory> open(Settings settings, Secrets secrets, Connection connection) {
        return EntraSettings.read(settings, secrets).flatMap(good -> new EntraSignIn(good, secrets, connection)
                .grant()
                .flatMap(Connection::signIn)
                .map(tokens -> EntraDirectory.open(good, connection, tokens)));
    }
}
