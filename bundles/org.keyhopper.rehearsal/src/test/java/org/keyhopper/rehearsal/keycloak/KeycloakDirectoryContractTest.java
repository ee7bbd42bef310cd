package org.keyhopper.rehearsal.keycloak;

import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.SandboxDirectoryContract;
import org.keyhopper.rehearsal.sandbox.SandboxRig;

class KeycloakDirectoryContractTest extends SandboxDirectoryContract {

    @Override
    protected SandboxRig<?> rig(Population people) {
        return new KeycloakRig(people);
    }
}
