package org.keyhopper.rehearsal.pingone;

import org.keyhopper.rehearsal.sandbox.SandboxTroubleContract;

class PingOneTroubleContractTest extends SandboxTroubleContract {

    PingOneTroubleContractTest() {
        super(new PingOneDesk(PingOneSandboxOptions.withPeople(3)));
    }
}
