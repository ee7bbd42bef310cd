package org.keyhopper.rehearsal.sandbox;

import org.junit.jupiter.api.AfterEach;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.testkit.directory.PasskeysContract;

/** A connector in front of a sandbox, and the credentials that a device of the sandbox's model makes. */
public abstract class SandboxPasskeysContract extends PasskeysContract {

    private final SandboxRig<?> rig;

    protected SandboxPasskeysContract(SandboxRig<?> rig) {
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
    protected AuthenticatorInfo device() {
        return SandboxRig.device();
    }

    @Override
    protected NewCredential credentialFor(EnrolmentOptions options) {
        return MadeCredential.good(options);
    }
}
