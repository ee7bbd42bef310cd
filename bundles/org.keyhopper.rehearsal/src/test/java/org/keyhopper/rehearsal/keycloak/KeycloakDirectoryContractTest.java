package org.keyhopper.rehearsal.keycloak;

import org.keyhopper.rehearsal.sandbox.Desk;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.SandboxDirectoryContract;

class KeycloakDirectoryContractTest extends SandboxDirectoryContract {

    @Override
    protected Desk desk(Population people) {
        return new KeycloakDesk(people);
    }
}
