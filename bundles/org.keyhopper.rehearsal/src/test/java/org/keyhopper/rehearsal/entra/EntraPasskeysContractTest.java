package org.keyhopper.rehearsal.entra;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.rehearsal.sandbox.MadeCredential;
import org.keyhopper.rehearsal.sandbox.SandboxRig;
import org.keyhopper.testkit.directory.PasskeysContract;

class EntraPasskeysContractTest extends PasskeysContract {

    private EntraRig rig;

    @BeforeEach
    void start() {
        rig = new EntraRig(SandboxOptions.withPeople(3));
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
    protected AuthenticatorInfo device() {
        return SandboxRig.device();
    }

    @Override
    protected NewCredential credentialFor(EnrolmentOptions options) {
        return MadeCredential.good(options);
    }
}
