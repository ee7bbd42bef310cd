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

    private final EntraDesk desk = new EntraDesk(SandboxOptions.withPeople(3));
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
        desk.close();
    }

    @Test
    void neitherSecretNorTokenNorCredentialIsLogged() {
        Directory directory = desk.connect();
        EnrolmentOptions options =
                directory.passkeys().begin(desk.user(0)).result().orElseThrow();
        for (Misbehaviour misbehaviour : Misbehaviour.values()) {
            desk.sandbox.rules().clear();
            if (misbehaviour != Misbehaviour.SLOW) {
                desk.sandbox.rules().add(Rule.once(Operation.REGISTER, misbehaviour));
            }
            desk.waits.add(directory
                    .passkeys()
                    .complete(desk.user(0), options, MadeCredential.good(options), "Card")
                    .failure()
                    .orElse(null));
        }
        desk.secrets.put("clientSecret", Secret.of("another-secret-of-ours"));
        desk.waits.add(desk.tryToConnect().failure().orElseThrow());
        String everything = logged + " " + desk.waits + " " + desk.sandbox.state();
        assertFalse(logged.isEmpty(), "the log was not heard");
        for (String secret : List.of(
                desk.sandbox.credentials().clientSecret(),
                "another-secret-of-ours",
                options.challenge(),
                "Bearer ",
                "eyJ")) {
            assertFalse(everything.contains(secret), () -> "found " + secret + " in " + everything);
        }
    }
}
