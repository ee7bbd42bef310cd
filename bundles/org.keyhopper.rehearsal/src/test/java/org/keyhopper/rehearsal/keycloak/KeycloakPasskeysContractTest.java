package org.keyhopper.rehearsal.keycloak;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.rehearsal.sandbox.Desk;
import org.keyhopper.rehearsal.sandbox.MadeCredential;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.testkit.directory.PasskeysContract;

class KeycloakPasskeysContractTest extends PasskeysContract {

    private KeycloakDesk desk;

    @BeforeEach
    void start() {
        desk = new KeycloakDesk(Population.madeUp(3));
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Override
    protected Directory directory() {
        return desk.connect();
    }

    @Override
    protected DirectoryUser person() {
        return desk.user(0);
    }

    @Override
    protected AuthenticatorInfo device() {
        return Desk.device();
    }

    @Override
    protected NewCredential credentialFor(EnrolmentOptions options) {
        return MadeCredential.good(options);
    }
}
