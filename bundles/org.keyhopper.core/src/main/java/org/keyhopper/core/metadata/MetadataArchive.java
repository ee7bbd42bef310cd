package org.keyhopper.core.metadata;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Where a station keeps its metadata of models. Any thread; failures are {@code StoreException}. */
@ProviderType
public interface MetadataArchive {

    /** Returns what was kept last. */
    Optional<MetadataFile> load();

    /** Keeps this instead of what was there. */
    void keep(MetadataFile file);
}
