package org.keyhopper.core.metadata;

import java.time.LocalDate;

/**
 * The edition of a station's metadata.
 *
 * @param number rises with each edition
 * @param models how many models it describes
 * @param nextUpdate the day on which the next edition is due
 */
public record MetadataEdition(int number, int models, LocalDate nextUpdate) {

    /** Returns whether the next edition was due before this day. */
    public boolean isOverdue(LocalDate today) {
        return nextUpdate.isBefore(today);
    }
}
