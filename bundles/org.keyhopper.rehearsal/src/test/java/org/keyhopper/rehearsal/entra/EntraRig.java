package org.keyhopper.rehearsal.entra;

import java.time.Duration;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.directory.entra.internal.EntraConnector;
import org.keyhopper.directory.support.http.CancellableDelay;
import org.keyhopper.rehearsal.sandbox.SandboxRig;

/** The connector in front of its sandbox. */
final class EntraRig extends SandboxRig<EntraSandbox> {

    EntraRig(SandboxOptions options) {
        super(() -> EntraSandbox.start(options));
        settings.put("tenant", sandbox.credentials().tenant());
        settings.put("clientId", sandbox.credentials().clientId());
        settings.put("loginUrl", sandbox.loginUrl());
        settings.put("graphUrl", sandbox.graphUrl());
        secrets.put("clientSecret", Secret.of(sandbox.credentials().clientSecret()));
    }

    @Override
    protected DirectoryConnector connector(Duration longestAnswer, CancellableDelay.Sleep sleep) {
        return new EntraConnector(longestAnswer, sleep);
    }
}
