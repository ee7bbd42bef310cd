package org.keyhopper.rehearsal.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.enrolment.BegunEnrolment;
import org.keyhopper.central.enrolment.ClaimedRecipient;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.rehearsal.central.CentralRig.Device;
import org.keyhopper.store.CentralBackup;
import org.keyhopper.store.CentralLocation;

/** A Central that was restored from a backup of before its last ten enrolments. */
class RestoredCentralTest {

    private static final Caller STATION = CentralRig.station("s");
    private static final int PEOPLE = 14;

    @TempDir
    Path folder;

    private Device device;
    private int key;

    @BeforeEach
    void device() throws Exception {
        device = new Device("x5c");
    }

    private static String user(int position) {
        return "user" + position;
    }

    private CentralRig rig() {
        String[] people = IntStream.rangeClosed(1, PEOPLE)
                .mapToObj(RestoredCentralTest::user)
                .toArray(String[]::new);
        return new CentralRig(folder.resolve("data"), Optional.empty(), Set.of(), people);
    }

    private ClaimedRecipient claim(CentralRig rig) {
        return rig.claim(STATION, "k" + ++key);
    }

    private void provision(CentralRig rig) throws Exception {
        long claim = claim(rig).claim();
        BegunEnrolment begun = CentralRig.done(rig.central().enrolments().begin(STATION, claim, device.report()));
        NewCredential made = device.make(begun);
        CentralRig.done(rig.central().enrolments().register(STATION, claim, made, "Key"));
        CentralRig.done(rig.central()
                .enrolments()
                .prove(STATION, claim, made.id(), device.sign(made, begun.proofClientData())));
    }

    private CentralLocation location() {
        return new CentralLocation(folder.resolve("data"), Optional.empty(), Optional.empty());
    }

    private void restore(CentralRig rig, Path backup) {
        rig.database().close();
        CentralBackup.restore(location(), backup, Caller.none("command"));
        rig.restart();
    }

    @Test
    void nobodyGetsAPasskeyTwice() throws Exception {
        Path backup = folder.resolve("backup.zip");
        try (CentralRig rig = rig()) {
            provision(rig);
            provision(rig);
            ClaimedRecipient open = claim(rig);
            CentralBackup.make(location(), "1.0.0", backup, Map.of());
            for (int i = 0; i < 10; i++) {
                provision(rig);
            }
            Map<Integer, List<CredentialId>> before = listed(rig);
            restore(rig, backup);

            assertEquals(Outcome.PROVISIONED, rig.outcome(2));
            assertEquals(
                    Outcome.UNCLEAR, rig.outcome(open.id().position()), "it was claimed at the time of the backup");
            CentralRig.assertRefused(
                    CentralProblem.CLAIM_LOST,
                    rig.central().enrolments().begin(STATION, open.claim(), device.report()));
            for (int i = 0; i < 10; i++) {
                ClaimedRecipient lost = claim(rig);
                CentralRig.assertRefused(
                        CentralProblem.FOUND_AFTER_RESTORE,
                        rig.central().enrolments().begin(STATION, lost.claim(), device.report()));
                assertEquals(Outcome.UNCLEAR, rig.outcome(lost.id().position()));
            }
            assertEquals(before, listed(rig), "no other passkey, and none is gone");
            ClaimedRecipient last = claim(rig);
            assertEquals(PEOPLE, last.id().position(), "the only one without a passkey");
            assertTrue(
                    rig.central().enrolments().begin(STATION, last.claim(), device.report()) instanceof Answer.Done,
                    "goes on");
            rig.trail();
        }
    }

    @Test
    void stationFromBeforeTheRestoreCannotWrite() throws Exception {
        Path backup = folder.resolve("backup.zip");
        try (CentralRig rig = rig()) {
            CentralBackup.make(location(), "1.0.0", backup, Map.of());
            ClaimedRecipient lost = claim(rig);
            BegunEnrolment begun =
                    CentralRig.done(rig.central().enrolments().begin(STATION, lost.claim(), device.report()));
            restore(rig, backup);
            ClaimedRecipient now = claim(rig);
            assertEquals(lost.id(), now.id());
            CentralRig.assertRefused(
                    CentralProblem.NO_SUCH_CLAIM,
                    rig.central().enrolments().register(STATION, lost.claim(), device.make(begun), "Key"));
            assertEquals(List.of(), rig.directory.of(user(1)));
        }
    }

    @Test
    void checkEndsWhenThePeopleWereCompared() throws Exception {
        Path backup = folder.resolve("backup.zip");
        try (CentralRig rig = rig()) {
            CentralBackup.make(location(), "1.0.0", backup, Map.of());
            provision(rig);
            restore(rig, backup);
            rig.database().store().write(in -> in.restorations().end());
            long claim = claim(rig).claim();
            assertTrue(rig.central().enrolments().begin(STATION, claim, device.report()) instanceof Answer.Done);
        }
    }

    private static Map<Integer, List<CredentialId>> listed(CentralRig rig) {
        Map<Integer, List<CredentialId>> all = new java.util.TreeMap<>();
        IntStream.rangeClosed(1, PEOPLE).forEach(position -> all.put(position, rig.directory.of(user(position))));
        return all;
    }
}
