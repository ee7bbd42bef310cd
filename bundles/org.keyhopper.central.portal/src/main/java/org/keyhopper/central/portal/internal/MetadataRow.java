package org.keyhopper.central.portal.internal;

import java.time.LocalDate;
import org.keyhopper.core.metadata.MetadataEdition;

/**
 * The installed metadata of models as the pages show it.
 *
 * @param next the date of the next release
 * @param outdated whether that date has passed
 */
public record MetadataRow(int edition, int models, LocalDate next, boolean outdated) {

    public static MetadataRow of(MetadataEdition metadata) {
        return new MetadataRow(
                metadata.number(), metadata.models(), metadata.nextUpdate(), metadata.isOverdue(LocalDate.now()));
    }
}
