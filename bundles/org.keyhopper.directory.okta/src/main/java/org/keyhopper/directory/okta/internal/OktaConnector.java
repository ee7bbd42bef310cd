package org.keyhopper.directory.okta.internal;

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

/** Okta, through its factor API. */
@Component(service = DirectoryConnector.class)
public final class OktaConnector extends HttpConnector {

    @Activate
    public OktaConnector() {
        this(RESPONSE_TIMEOUT, Thread::sleep);
    }

    /** With other waits, for tests. */
    public OktaConnector(Duration responseTimeout, CancellableDelay.Sleep sleep) {
        super("okta", "Okta", OktaFields.DESCRIPTION, responseTimeout, sleep);
    }

    @Override
    public List<Problem> check(Settings settings, Secrets secrets) {
        return OktaSettings.check(settings, secrets);
    }

    @Override
    protected Answer<Directory> open(Settings settings, Secrets secrets, Connection connection) {
        return OktaSettings.read(settings, secrets).flatMap(good -> OktaDirectory.open(good, secrets, connection));
    }
}
