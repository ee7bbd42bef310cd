package org.keyhopper.rehearsal.pingone;

import java.time.Duration;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.directory.pingone.internal.PingOneConnector;
import org.keyhopper.directory.support.http.CancellableDelay;
import org.keyhopper.rehearsal.sandbox.SandboxRig;

/** The connector in front of its sandbox. */
final class PingOneRig extends SandboxRig<PingOneSandbox> {

    PingOneRig(PingOneSandboxOptions options) {
        super(() -> PingOneSandbox.start(options));
        settings.put("environmentId", sandbox.credentials().environmentId());
        settings.put("clientId", sandbox.credentials().clientId());
        settings.put("authUrl", sandbox.authUrl());
        settings.put("apiUrl", sandbox.apiUrl());
        secrets.put("clientSecret", Secret.of(sandbox.credentials().clientSecret()));
    }

    @Override
    protected DirectoryConnector connector(Duration longestAnswer, CancellableDelay.Sleep sleep) {
        return new PingOneConnector(longestAnswer, sleep);
    }
}
