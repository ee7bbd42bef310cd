package org.keyhopper.core.metadata;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Where a station keeps its metadata of models. Any thread; failures are {@code StoreException}. */
@ProviderType
public interface MetadataArchive {

    /** Returns a text that differs whenever the file was replaced, without loading it; empty when there is none. */
    String version();

    /** Returns the file that was kept last. */
    Optional<MetadataFile> load();

    /** Replaces the file. */
    void save(MetadataFile file);
}
