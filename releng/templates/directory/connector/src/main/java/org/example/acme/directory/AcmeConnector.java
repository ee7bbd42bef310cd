package org.example.acme.directory;

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

/** Acme Identity, which does not exist. */
@Component(service = DirectoryConnector.class)
public final class AcmeConnector extends HttpConnector {

    static final String TYPE = "acme";

    @Activate
    public AcmeConnector() {
        this(RESPONSE_TIMEOUT, Thread::sleep);
    }

    /** With other waits, for tests. */
    public AcmeConnector(Duration responseTimeout, CancellableDelay.Sleep sleep) {
        super(TYPE, "Acme Identity", AcmeSettings.DESCRIPTION, responseTimeout, sleep);
    }

    @Override
    public List<Problem> check(Settings settings, Secrets secrets) {
        return AcmeSettings.check(settings, secrets);
    }

    @Override
    protected Answer<Directory> open(Settings settings, Secrets secrets, Connection connection) {
        return AcmeSettings.read(settings, secrets).flatMap(good -> AcmeDirectory.open(good, secrets, connection));
    }
}
