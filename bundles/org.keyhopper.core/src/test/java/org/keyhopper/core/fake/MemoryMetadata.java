package org.keyhopper.core.fake;

import java.util.Optional;
import org.keyhopper.core.metadata.MetadataArchive;
import org.keyhopper.core.metadata.MetadataFile;

/** Keeps metadata in memory. */
public final class MemoryMetadata implements MetadataArchive {

    public volatile int loads;
    private volatile int replacements;
    private volatile Optional<MetadataFile> kept = Optional.empty();

    @Override
    public String version() {
        return replacements == 0 ? "" : Integer.toString(replacements);
    }

    @Override
    public synchronized Optional<MetadataFile> load() {
        loads++;
        return kept;
    }

    @Override
    public synchronized void save(MetadataFile file) {
        kept = Optional.of(file);
        replacements++;
    }
}
