package org.keyhopper.core.records;

import java.util.Optional;
import org.keyhopper.core.directory.DirectoryAccounts;
import org.keyhopper.core.inventory.Inventory;
import org.keyhopper.core.journal.Journal;
import org.keyhopper.core.journal.Revocations;
import org.keyhopper.core.journal.StationAudit;
import org.keyhopper.core.metadata.MetadataArchive;
import org.keyhopper.core.printer.ReaderBindings;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.vault.PinEscrow;
import org.keyhopper.core.vault.PinVault;
import org.keyhopper.core.vault.StationKey;
import org.osgi.annotation.versioning.ProviderType;

/** The store of a station. An OSGi service. All parts are thread-safe. */
@ProviderType
public interface StationRecords {

    Requests requests();

    Journal journal();

    Revocations revocations();

    Inventory inventory();

    PinVault pins();

    /** Returns the escrow of initial PINs; empty if this store has none, and while PINs go to that of a Central. */
    default Optional<PinEscrow> escrow() {
        return Optional.empty();
    }

    DirectoryAccounts accounts();

    ReaderBindings bindings();

    MetadataArchive metadata();

    /** Returns the audit trail of this station; empty if this store has none. */
    default Optional<StationAudit> audit() {
        return Optional.empty();
    }

    /** Returns the key of this store; empty if it cannot be replaced. */
    default Optional<StationKey> key() {
        return Optional.empty();
    }

    /** Returns the records for a Central; empty if this store cannot keep any. */
    default Optional<CentralRecords> central() {
        return Optional.empty();
    }
}
