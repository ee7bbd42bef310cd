package org.keyhopper.rehearsal.pingone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.directory.pingone.internal.PingOneConnector;
import org.keyhopper.directory.support.http.CancellableDelay;
import org.keyhopper.rehearsal.sandbox.Rules;
import org.keyhopper.rehearsal.sandbox.SandboxRig;
import org.keyhopper.rehearsal.sandbox.SandboxUser;

/** The connector in front of its sandbox. */
final class PingOneRig extends SandboxRig {

    final PingOneSandbox sandbox;

    PingOneRig(PingOneSandboxOptions options) {
        try {
            sandbox = PingOneSandbox.start(options);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
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
