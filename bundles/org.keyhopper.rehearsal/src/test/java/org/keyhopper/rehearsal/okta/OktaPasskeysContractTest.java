package org.keyhopper.rehearsal.okta;

import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.SandboxPasskeysContract;

class OktaPasskeysContractTest extends SandboxPasskeysContract {

    OktaPasskeysContractTest() {
        super(new OktaRig(Population.madeUp(3)));
    }

    /** Okta shows the name of the model. */
    @Override
    protected boolean takesNames() {
        return false;
    }
}
