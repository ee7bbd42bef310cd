package org.keyhopper.rehearsal.okta;

import java.time.Duration;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.directory.okta.internal.OktaConnector;
import org.keyhopper.directory.support.http.CancellableDelay;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.SandboxRig;

/** The connector in front of its sandbox. */
final class OktaRig extends SandboxRig<OktaSandbox> {

    OktaRig(Population people) {
        super(() -> OktaSandbox.start(0, people));
        settings.put("orgUrl", sandbox.orgUrl());
        settings.put("rpId", OktaSandbox.HOST);
        secrets.put("apiToken", Secret.of(sandbox.apiToken()));
    }

    @Override
    protected DirectoryConnector connector(Duration longestAnswer, CancellableDelay.Sleep sleep) {
        return new OktaConnector(longestAnswer, sleep);
    }
}
