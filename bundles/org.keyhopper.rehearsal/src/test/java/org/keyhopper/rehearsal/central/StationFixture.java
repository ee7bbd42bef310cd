package org.keyhopper.rehearsal.central;

import static org.keyhopper.rehearsal.central.CentralRig.done;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.enrolment.BegunEnrolment;
import org.keyhopper.central.enrolment.ClaimedRecipient;
import org.keyhopper.central.enrolment.Enrolments;
import org.keyhopper.central.enrolment.ReleaseOrder;
import org.keyhopper.rehearsal.central.CentralRig.Device;

/** Central with a request for two people, and the device of a station that is honest unless a test says otherwise. */
abstract class StationFixture {

    static final Caller STATION = CentralRig.station("one");
    static final Caller OTHER = CentralRig.station("two");
    static final ReleaseOrder CLEAN = new ReleaseOrder("device.removed", false, true);

    @TempDir
    Path folder;

    CentralRig rig;
    Device device;

    @BeforeEach
    void open() throws Exception {
        rig = new CentralRig(folder, Optional.empty(), Set.of(), "anna", "bert");
        device = new Device("x5c");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    Enrolments calls() {
        return rig.central().enrolments();
    }

    BegunEnrolment begun(Caller station, ClaimedRecipient claimed) {
        return done(calls().begin(station, claimed.claim(), device.report()));
    }

    Answer<Outcome> prove(Caller station, long claim, NewCredential made, byte[] clientData) throws Exception {
        return calls().prove(station, claim, made.id(), device.sign(made, clientData));
    }
}
