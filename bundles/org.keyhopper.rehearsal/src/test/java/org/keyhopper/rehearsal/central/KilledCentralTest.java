package org.keyhopper.rehearsal.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyhopper.rehearsal.central.CentralRig.done;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.directory.DirectoryDraft;
import org.keyhopper.central.enrolment.BegunEnrolment;
import org.keyhopper.central.enrolment.ClaimedRecipient;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.fido.Assertion;
import org.keyhopper.rehearsal.central.CentralRig.Device;

/**
 * Central dies before or after every transaction and every change of the directory; the station repeats the call it has
 * no answer to. The recipient is provisioned in the end, with one passkey.
 */
class KilledCentralTest {

    private static final Caller STATION = CentralRig.station("one");

    @TempDir
    Path folder;

    /** The process ends here. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Counts moments; from the chosen one on the process does nothing any more. */
    private static final class Countdown {

        private int left;
        private boolean hasStruck;

        Countdown(int moments) {
            left = moments;
        }

        void moment() {
            if (left == 0) {
                hasStruck = true;
                throw new Killed();
            }
            left--;
        }

        boolean hasStruck() {
            return hasStruck;
        }
    }

    /** A store whose user dies before a transaction or after its commit. */
    private record DyingStore(CentralStore store, Countdown countdown) implements CentralStore {

        @Override
        public <T> T write(Function<CentralTransaction, T> work) {
            countdown.moment();
            T result = store.write(work);
            countdown.moment();
            return result;
        }

        @Override
        public <T> T configure(DirectoryDraft draft, boolean keep, Function<CentralTransaction, T> work) {
            return store.configure(draft, keep, work);
        }
    }

    @Test
    void diesAtEveryMoment() throws Exception {
        int moments = 0;
        while (survives(moments)) {
            moments++;
        }
        assertTrue(moments >= 21, moments + " moments");
    }

    /** Returns whether the process died at all. */
    private boolean survives(int moments) throws Exception {
        Path home = folder.resolve("at" + moments);
        Device device = new Device("x5c");
        Countdown countdown = new Countdown(moments);
        try (CentralRig rig = new CentralRig(home, Optional.empty(), Set.of(), "anna", "bert")) {
            rig.directory.moment = countdown::moment;
            rig.restart(store -> new DyingStore(store, countdown));
            ClaimedRecipient claimed = repeated(rig, () -> rig.claim(STATION, "k1"));
            assertEquals(1, claimed.id().position(), "at " + moments);
            BegunEnrolment begun = repeated(
                    rig, () -> done(rig.central().enrolments().begin(STATION, claimed.claim(), device.report())));
            NewCredential made = device.make(begun);
            repeated(rig, () -> done(rig.central().enrolments().register(STATION, claimed.claim(), made, "Key")));
            assertEquals(Outcome.UNCLEAR, rig.outcome(1), "nothing is provisioned without a proof");
            Assertion signed = device.sign(made, begun.proofClientData());
            Outcome outcome = repeated(
                    rig, () -> done(rig.central().enrolments().prove(STATION, claimed.claim(), made.id(), signed)));
            assertEquals(Outcome.PROVISIONED, outcome, "at " + moments);
            assertEquals(List.of(made.id()), rig.directory.of("anna"), "at " + moments);
            assertEquals(List.of(), rig.directory.of("bert"), "at " + moments);
            assertEquals(List.of(), rig.directory.pending(), "at " + moments);
            rig.trail();
            return countdown.hasStruck();
        }
    }

    private static <T> T repeated(CentralRig rig, Callable<T> call) throws Exception {
        try {
            return call.call();
        } catch (Killed e) {
            rig.directory.moment = () -> {};
            rig.restart();
            return call.call();
        }
    }
}
