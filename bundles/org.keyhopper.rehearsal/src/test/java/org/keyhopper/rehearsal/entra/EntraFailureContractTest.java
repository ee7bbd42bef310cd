package org.keyhopper.rehearsal.entra;

import org.keyhopper.rehearsal.sandbox.SandboxFailureContract;

class EntraFailureContractTest extends SandboxFailureContract {

    EntraFailureContractTest() {
        super(new EntraRig(SandboxOptions.withPeople(3)));
    }
}
