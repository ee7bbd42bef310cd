package org.keyhopper.rehearsal.pingone;

import org.keyhopper.rehearsal.sandbox.SandboxPasskeysContract;

class PingOnePasskeysContractTest extends SandboxPasskeysContract {

    PingOnePasskeysContractTest() {
        super(new PingOneRig(PingOneSandboxOptions.withPeople(3)));
    }
}
