package org.keyhopper.rehearsal.pingone;

import org.keyhopper.rehearsal.sandbox.Desk;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.SandboxDirectoryContract;

class PingOneDirectoryContractTest extends SandboxDirectoryContract {

    @Override
    protected Desk desk(Population people) {
        return new PingOneDesk(PingOneSandboxOptions.with(people));
    }
}
