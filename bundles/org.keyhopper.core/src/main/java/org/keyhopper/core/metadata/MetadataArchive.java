package org.keyhopper.core.metadata;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The store of a station's metadata of models. Any thread; failures are {@code StoreException}. */
@ProviderType
public interface MetadataArchive {

    /** Returns a text that changes whenever the file is replaced, without loading it; empty when there is none. */
    String version();

    /** Returns the current file. */
    Optional<MetadataFile> load();

    /** Replaces the file. */
    void save(MetadataFile file);
}
