package org.keyhopper.directory.pingone.internal;

import java.time.Duration;
import java.util.List;
import java.util.Set;
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

/** PingOne MFA, with the people of the PingOne directory. */
@Component(service = DirectoryConnector.class)
public final class PingOneConnector extends HttpConnector {

    @Activate
    public PingOneConnector() {
        this(RESPONSE_TIMEOUT, Thread::sleep);
    }

    /** With other waits, for tests. */
    public PingOneConnector(Duration responseTimeout, CancellableDelay.Sleep sleep) {
        super("pingone", "PingOne", PingOneFields.DESCRIPTION, responseTimeout, sleep);
    }

    @Override
    public List<Problem> check(Settings settings, Secrets secrets) {
        return PingOneSettings.check(settings, secrets);
    }

    /** The hosts follow from the region; {@code origin} is no address of the service. */
    @Override
    public Set<String> addresses(Settings settings) {
        return Addresses.read(settings)
                .result()
                .map(good -> Set.of(good.auth().toString(), good.api().toString()))
                .orElse(Set.of());
    }

    @Override
    protected Answer<Directory> open(Settings settings, Secrets secrets, Connection connection) {
        return PingOneSettings.read(settings, secrets).flatMap(good -> Connection.signIn(
                        new PingOneSignIn(good, secrets, connection.prompts(), connection.sender()).grant())
                .map(tokens -> PingOneDirectory.open(good, connection, tokens)));
    }
}
