package org.keyhopper.rehearsal.pingone;

import org.keyhopper.rehearsal.sandbox.SandboxFailureContract;

class PingOneFailureContractTest extends SandboxFailureContract {

    PingOneFailureContractTest() {
        super(new PingOneRig(PingOneSandboxOptions.withPeople(3)));
    }
}
