package org.keyhopper.rehearsal.pingone;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.rehearsal.sandbox.Desk;
import org.keyhopper.rehearsal.sandbox.MadeCredential;
import org.keyhopper.testkit.directory.PasskeysContract;

class PingOnePasskeysContractTest extends PasskeysContract {

    private PingOneDesk desk;

    @BeforeEach
    void start() {
        desk = new PingOneDesk(PingOneSandboxOptions.withPeople(3));
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
    protected AuthenticatorInfo device() {
        return Desk.device();
    }

    @Override
    protected NewCredential credentialFor(EnrolmentOptions options) {
        return MadeCredential.good(options);
    }
}
