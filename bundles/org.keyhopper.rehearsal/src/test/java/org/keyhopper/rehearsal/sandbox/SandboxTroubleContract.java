package org.keyhopper.rehearsal.sandbox;

import org.junit.jupiter.api.AfterEach;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.testkit.directory.DirectoryTroubleContract;

/** A connector in front of a sandbox that misbehaves as the contract wants. */
public abstract class SandboxTroubleContract extends DirectoryTroubleContract {

    private final Desk desk;

    protected SandboxTroubleContract(Desk desk) {
        this.desk = desk;
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Override
    protected Directory directory() {
        return desk.connect();
    }

    @Override
    protected DirectoryUser person() {
        return desk.user(0);
    }

    @Override
    protected NewCredential credentialFor(EnrolmentOptions options) {
        return MadeCredential.good(options);
    }

    @Override
    protected void arrange(Call call, Trouble trouble) {
        arrange(Troubles.rule(call, trouble));
    }

    protected final void arrange(Rule rule) {
        desk.rules().add(rule);
    }

    @Override
    protected int registered() {
        return desk.registered(person().id());
    }

    @Override
    protected int pending() {
        return desk.pending();
    }
}
