package org.keyhopper.rehearsal.okta;

import org.keyhopper.rehearsal.sandbox.Desk;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.SandboxDirectoryContract;

class OktaDirectoryContractTest extends SandboxDirectoryContract {

    @Override
    protected Desk desk(Population people) {
        return new OktaDesk(people);
    }
}
