package org.keyhopper.rehearsal.pingone;

import org.keyhopper.rehearsal.sandbox.Desk;
import org.keyhopper.rehearsal.sandbox.SandboxDirectoryContract;

class PingOneDirectoryContractTest extends SandboxDirectoryContract {

    @Override
    protected Desk desk(int people) {
        return new PingOneDesk(PingOneSandboxOptions.withPeople(people));
    }
}
