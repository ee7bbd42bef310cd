package org.keyhopper.transport.helper.internal;

import org.keyhopper.testkit.transport.TransportContract;
import org.keyhopper.testkit.transport.TransportRig;

class HelperTransportContractTest extends TransportContract {

    @Override
    protected TransportRig rig() throws Exception {
        HelperRig rig = new HelperRig();
        rig.help();
        return rig;
    }
}
