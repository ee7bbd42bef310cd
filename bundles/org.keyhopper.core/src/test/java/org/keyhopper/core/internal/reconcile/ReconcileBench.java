package org.keyhopper.core.internal.reconcile;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.fake.FakeConnector;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.FakeReader;
import org.keyhopper.core.fake.FakeReconcilePrompts;
import org.keyhopper.core.fake.Killed;
import org.keyhopper.core.fake.SilentPrompts;
import org.keyhopper.core.internal.ceremony.CeremonyBench;
import org.keyhopper.core.internal.device.Identification;
import org.keyhopper.core.internal.device.LiveDevices;
import org.keyhopper.core.internal.directory.InstalledDirectories;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.reconcile.ReconcileOrder;
import org.keyhopper.core.request.RecipientState;

/** A ceremony that was cut, and the station after the restart. */
final class ReconcileBench implements AutoCloseable {

    /** What lies in the reader after the restart. */
    enum InReader {
        ITS_DEVICE,
        NOTHING,
        ANOTHER
    }

    final CeremonyBench before = new CeremonyBench();
    final FakeKey another = FakeKey.withPin("246813");
    final FakeReader reader = new FakeReader();
    private final Directories directories = new InstalledDirectories(
            before.store.accounts, () -> List.of(new FakeConnector(before.directory)), Optional.empty());
    final LiveDevices devices = new LiveDevices(FakeReader.factory(), new Identification(before.store.inventory));

    ReconcileBench() {
        before.store.accounts.put(new DirectoryAccount("entra", "fake", new Settings(Map.of())));
        devices.add(reader);
    }

    /** Performs the ceremony until it is killed at this point; returns whether it was. */
    boolean performKilledAt(String point, boolean written, Profile profile) {
        before.store.journal.killAt(point, written);
        try {
            before.perform(profile);
            return false;
        } catch (Killed e) {
            return true;
        } finally {
            before.store.journal.heal();
        }
    }

    /** A device of this number that another person has. */
    InventoryEntry entryOfAnother(String serial) {
        return new InventoryEntry(
                CredentialId.of(new byte[] {9}),
                "elsewhere.example",
                FakeKey.AAGUID,
                "Fake",
                Optional.of(serial),
                "entra",
                "id-bert",
                "Bert",
                "P9",
                before.recipient(),
                InventoryEntry.State.IN_USE,
                Instant.EPOCH);
    }

    /** Puts something into the reader of the ceremony. */
    void insert(InReader what) {
        switch (what) {
            case ITS_DEVICE -> reader.insert(before.key);
            case ANOTHER -> reader.insert(another);
            case NOTHING -> {}
        }
    }

    final SilentPrompts prompts = new SilentPrompts();
    final FakeReconcilePrompts operator = new FakeReconcilePrompts();

    /** With the devices that are there, without waiting for others. */
    RecipientState reconcile() {
        return reconcile(Duration.ZERO);
    }

    RecipientState reconcile(Duration timeout) {
        answer(timeout);
        return before.state();
    }

    /** The operator says that the device is gone for good. */
    RecipientState giveUp() {
        operator.givenUp.add(before.recipient());
        try {
            return reconcile();
        } finally {
            operator.givenUp.clear();
        }
    }

    Answer<?> answer() {
        return answer(Duration.ZERO);
    }

    private Answer<?> answer(Duration timeout) {
        return new JournalReconciler(
                        before.store,
                        directories,
                        devices,
                        before.verifier,
                        new SecureRandom(),
                        Clock.systemUTC(),
                        CeremonyBench.WITHOUT_PAUSES)
                .reconcile(ReconcileOrder.all(before.recipient().request(), timeout), prompts, operator);
    }

    @Override
    public void close() {
        devices.close();
    }
}
