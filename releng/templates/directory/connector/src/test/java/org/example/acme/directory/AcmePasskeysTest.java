package org.example.acme.directory;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.rehearsal.sandbox.MadeCredential;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.testkit.directory.PasskeysContract;

class AcmePasskeysTest extends PasskeysContract {

    private AcmeRig rig;

    @BeforeEach
    void start() {
        rig = new AcmeRig(Population.madeUp(3));
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Override
    protected Directory directory() {
        return rig.connect();
    }

    @Override
    protected DirectoryUser person() {
        return rig.person(0);
    }

    @Override
    protected AuthenticatorInfo device() {
        return new AuthenticatorInfo(
                Set.of("FIDO_2_1"),
                Set.of(),
                MadeCredential.MODEL,
                Map.of("rk", true, "clientPin", false),
                List.of("usb"),
                List.of(-7),
                new AuthenticatorInfo.Limits(1200, 8, OptionalInt.of(128), OptionalInt.of(25), 1),
                new AuthenticatorInfo.PinRules(List.of(2), 4, 63, false),
                new AuthenticatorInfo.ResetRules(false, List.of()),
                OptionalInt.empty());
    }

    @Override
    protected NewCredential credentialFor(EnrolmentOptions options) {
        return MadeCredential.good(options);
    }

    @Override
    protected boolean takesNames() {
        return false;
    }
}
