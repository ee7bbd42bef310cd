package org.keyhopper.rehearsal.entra;

import org.junit.jupiter.api.AfterEach;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.rehearsal.sandbox.Call;
import org.keyhopper.rehearsal.sandbox.MadeCredential;
import org.keyhopper.rehearsal.sandbox.Troubles;
import org.keyhopper.testkit.directory.DirectoryTroubleContract;

class EntraTroubleContractTest extends DirectoryTroubleContract {

    private final EntraDesk desk = new EntraDesk(SandboxOptions.withPeople(3));

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
        desk.sandbox.rules().add(Troubles.rule(call, trouble));
    }

    @Override
    protected int registered() {
        return desk.sandbox.registered(person().id()).size();
    }

    @Override
    protected int pending() {
        return 0;
    }
}
