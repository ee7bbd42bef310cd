package org.keyhopper.rehearsal.keycloak;

import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.SandboxPasskeysContract;

class KeycloakPasskeysContractTest extends SandboxPasskeysContract {

    KeycloakPasskeysContractTest() {
        super(new KeycloakRig(Population.madeUp(3)));
    }
}
