package org.keyhopper.rehearsal.okta;

import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.SandboxTroubleContract;

class OktaTroubleContractTest extends SandboxTroubleContract {

    OktaTroubleContractTest() {
        super(new OktaDesk(Population.madeUp(3)));
    }

    /** The API token is a fixed one. */
    @Override
    protected boolean renewsSessions() {
        return false;
    }
}
