package org.keyhopper.rehearsal.okta;

import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.SandboxDirectoryContract;
import org.keyhopper.rehearsal.sandbox.SandboxRig;

class OktaDirectoryContractTest extends SandboxDirectoryContract {

    @Override
    protected SandboxRig<?> rig(Population people) {
        return new OktaRig(people);
    }
}
