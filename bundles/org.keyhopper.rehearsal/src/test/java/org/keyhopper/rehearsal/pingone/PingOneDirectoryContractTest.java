package org.keyhopper.rehearsal.pingone;

import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.SandboxDirectoryContract;
import org.keyhopper.rehearsal.sandbox.SandboxRig;

class PingOneDirectoryContractTest extends SandboxDirectoryContract {

    @Override
    protected SandboxRig<?> rig(Population people) {
        return new PingOneRig(PingOneSandboxOptions.with(people));
    }
}
