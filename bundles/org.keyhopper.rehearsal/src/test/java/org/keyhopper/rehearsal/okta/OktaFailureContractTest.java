package org.keyhopper.rehearsal.okta;

import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.SandboxFailureContract;

class OktaFailureContractTest extends SandboxFailureContract {

    OktaFailureContractTest() {
        super(new OktaRig(Population.madeUp(3)));
    }

    /** The API token is a fixed one. */
    @Override
    protected boolean renewsSessions() {
        return false;
    }
}
