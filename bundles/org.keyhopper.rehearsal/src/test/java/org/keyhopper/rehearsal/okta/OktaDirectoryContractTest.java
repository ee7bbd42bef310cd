package org.keyhopper.rehearsal.okta;

import org.keyhopper.rehearsal.sandbox.Desk;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.SandboxDirectoryContract;

class OktaDirectoryContractTest extends SandboxDirectoryContract {

    @Override
    protected Desk desk(int people) {
        return new OktaDesk(Population.madeUp(people));
    }
}
