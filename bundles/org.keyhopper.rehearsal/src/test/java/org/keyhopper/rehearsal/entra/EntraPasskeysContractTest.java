package org.keyhopper.rehearsal.entra;

import org.keyhopper.rehearsal.sandbox.SandboxPasskeysContract;

class EntraPasskeysContractTest extends SandboxPasskeysContract {

    EntraPasskeysContractTest() {
        super(new EntraRig(SandboxOptions.withPeople(3)));
    }
}
