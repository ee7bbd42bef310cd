package org.keyhopper.core.metadata;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Where a station keeps its metadata of models. Any thread; failures are {@code StoreException}. */
@ProviderType
public interface MetadataArchive {

    /** Returns the file that was kept last. */
    Optional<MetadataFile> load();

    /** Replaces the file. */
    void keep(MetadataFile file);
}
