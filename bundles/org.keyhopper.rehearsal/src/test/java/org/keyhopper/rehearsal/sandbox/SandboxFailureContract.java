package org.keyhopper.rehearsal.sandbox;

import org.junit.jupiter.api.AfterEach;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.testkit.directory.DirectoryFailureContract;

/** A connector in front of a sandbox that misbehaves as the contract wants. */
public abstract class SandboxFailureContract extends DirectoryFailureContract {

    private final SandboxRig<?> rig;

    protected SandboxFailureContract(SandboxRig<?> rig) {
        this.rig = rig;
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Override
    protected Directory directory() {
        return rig.connect();
    }

    @Override
    protected DirectoryUser person() {
        return rig.user(0);
    }

    @Override
    protected NewCredential credentialFor(EnrolmentOptions options) {
        return MadeCredential.good(options);
    }

    @Override
    protected void arrange(Call call, Failure failure) {
        arrange(SandboxFailures.rule(call, failure));
    }

    protected final void arrange(Rule rule) {
        rig.sandbox.rules().add(rule);
    }

    @Override
    protected int registered() {
        return rig.sandbox.registered(person().id()).size();
    }

    @Override
    protected int pending() {
        return rig.sandbox.pending();
    }
}
