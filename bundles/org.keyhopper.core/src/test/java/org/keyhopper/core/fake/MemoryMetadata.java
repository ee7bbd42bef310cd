package org.keyhopper.core.fake;

import java.util.Optional;
import org.keyhopper.core.metadata.MetadataArchive;
import org.keyhopper.core.metadata.MetadataFile;

/** Keeps metadata in memory. */
public final class MemoryMetadata implements MetadataArchive {

    private volatile Optional<MetadataFile> kept = Optional.empty();

    @Override
    public Optional<MetadataFile> load() {
        return kept;
    }

    @Override
    public void keep(MetadataFile file) {
        kept = Optional.of(file);
    }
}
