package org.keyhopper.rehearsal.entra;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.rehearsal.sandbox.MadeCredential;
import org.keyhopper.rehearsal.sandbox.Misbehaviour;
import org.keyhopper.rehearsal.sandbox.Operation;
import org.keyhopper.rehearsal.sandbox.Rule;

/** Nothing secret gets into the log, however much goes wrong and however much is logged. */
class EntraSecrecyTest {

    private static final Logger OURS = Logger.getLogger("org.keyhopper");

    private final EntraRig rig = new EntraRig(SandboxOptions.withPeople(3));
    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord record) {
            logged.add(record.getMessage()
                    + List.of(record.getParameters() == null ? new Object[0] : record.getParameters())
                    + record.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        OURS.addHandler(ear);
        OURS.setLevel(Level.ALL);
    }

    @AfterEach
    void stop() {
        OURS.removeHandler(ear);
        OURS.setLevel(null);
        rig.close();
    }

    @Test
    void neitherSecretNorTokenNorCredentialIsLogged() {
        Directory directory = rig.connect();
        EnrolmentOptions options =
                directory.passkeys().begin(rig.user(0)).result().orElseThrow();
        for (Misbehaviour misbehaviour : Misbehaviour.values()) {
            rig.sandbox.rules().clear();
            if (misbehaviour != Misbehaviour.SLOW) {
                rig.sandbox.rules().add(Rule.once(Operation.REGISTER, misbehaviour));
            }
            rig.waits.add(directory
                    .passkeys()
                    .complete(rig.user(0), options, MadeCredential.good(options), "Card")
                    .failure()
                    .orElse(null));
        }
        rig.secrets.put("clientSecret", Secret.of("another-secret-of-ours"));
        rig.waits.add(rig.tryToConnect().failure().orElseThrow());
        String everything = logged + " " + rig.waits + " " + rig.sandbox.state();
        assertFalse(logged.isEmpty(), "the log was not heard");
        for (String secret : List.of(
                rig.sandbox.credentials().clientSecret(),
                "another-secret-of-ours",
                options.challenge(),
                "Bearer ",
                "eyJ")) {
            assertFalse(everything.contains(secret), () -> "found " + secret + " in " + everything);
        }
    }
}
