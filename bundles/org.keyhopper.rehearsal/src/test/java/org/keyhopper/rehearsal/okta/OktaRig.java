package org.keyhopper.rehearsal.okta;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.directory.okta.internal.OktaConnector;
import org.keyhopper.directory.support.http.CancellableDelay;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.Rules;
import org.keyhopper.rehearsal.sandbox.SandboxRig;
import org.keyhopper.rehearsal.sandbox.SandboxUser;

/** The connector in front of its sandbox. */
final class OktaRig extends SandboxRig {

    final OktaSandbox sandbox;

    OktaRig(Population people) {
        try {
            sandbox = OktaSandbox.start(0, people);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        settings.put("orgUrl", sandbox.orgUrl());
        settings.put("rpId", OktaSandbox.HOST);
        secrets.put("apiToken", Secret.of(sandbox.apiToken()));
    }

    @Override
    protected DirectoryConnector connector(Duration longestAnswer, CancellableDelay.Sleep sleep) {
        return new OktaConnector(longestAnswer, sleep);
    }

    @Override
    public List<SandboxUser> users() {
        return sandbox.users();
    }

    @Override
    protected void put(SandboxUser user) {
        sandbox.put(user);
    }

    @Override
    protected Rules rules() {
        return sandbox.rules();
    }

    @Override
    protected int registered(String userId) {
        return sandbox.registered(userId).size();
    }

    @Override
    protected int pending() {
        return sandbox.pending();
    }

    @Override
    public void close() {
        super.close();
        sandbox.close();
    }
}
