package org.keyhopper.core.factory;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.policy.StationPolicy;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.directory.DirectoryAccounts;
import org.keyhopper.core.internal.directory.InstalledDirectories;
import org.keyhopper.core.internal.metadata.ArchivedMetadata;
import org.keyhopper.core.internal.people.LivePeopleLookup;
import org.keyhopper.core.internal.run.printer.RunClock;
import org.keyhopper.core.internal.station.LocalStation;
import org.keyhopper.core.inventory.Inventory;
import org.keyhopper.core.journal.Revocations;
import org.keyhopper.core.metadata.MetadataArchive;
import org.keyhopper.core.metadata.StationMetadata;
import org.keyhopper.core.people.PeopleLookup;
import org.keyhopper.core.records.StationRecords;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.station.ConfigurableStation;
import org.keyhopper.fido.AuthenticatorFactory;
import org.keyhopper.fido.CredentialVerifier;
import org.keyhopper.fido.MetadataReader;
import org.keyhopper.fido.ModelMetadata;

/**
 * Creates stations, and parts of them, outside of the service registry: for rehearsals and tests. The only exported
 * class that uses the implementation.
 */
public final class StationFactory {

    private StationFactory() {}

    /** Creates a station without a policy. */
    public static ConfigurableStation create(
            StationRecords records,
            AuthenticatorFactory authenticators,
            CredentialVerifier verifier,
            MetadataReader metadataReader) {
        return new LocalStation(records, authenticators, verifier, metadataReader, StationPolicy.OPEN, RunClock.SYSTEM);
    }

    /** Creates the look-up of a station that records in these parts of a store. */
    public static PeopleLookup peopleLookup(
            Requests requests, Inventory inventory, Revocations revocations, Clock clock) {
        return new LivePeopleLookup(requests, inventory, revocations, clock);
    }

    /** Returns the metadata of models of an archive, empty while it has none that is valid; the first call takes seconds. */
    public static Supplier<Optional<ModelMetadata>> models(MetadataArchive archive, MetadataReader reader) {
        ArchivedMetadata metadata = new ArchivedMetadata(archive, reader);
        return () -> metadata.models().result();
    }

    /** Returns an archive's metadata of models. */
    public static StationMetadata metadata(MetadataArchive archive, MetadataReader reader) {
        return new ArchivedMetadata(archive, reader);
    }

    /** Returns the configured directories, opened by the connectors that are installed when one is opened. */
    public static Directories directories(DirectoryAccounts accounts, Supplier<List<DirectoryConnector>> installed) {
        return new InstalledDirectories(accounts, installed, Optional.empty());
    }
}
