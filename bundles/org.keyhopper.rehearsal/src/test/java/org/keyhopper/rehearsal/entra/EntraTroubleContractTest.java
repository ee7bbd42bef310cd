package org.keyhopper.rehearsal.entra;

import org.keyhopper.rehearsal.sandbox.SandboxTroubleContract;

class EntraTroubleContractTest extends SandboxTroubleContract {

    EntraTroubleContractTest() {
        super(new EntraDesk(SandboxOptions.withPeople(3)));
    }
}
