package org.keyhopper.core.metadata;

import java.time.LocalDate;

/**
 * Which metadata a station has.
 *
 * @param number grows with each edition
 * @param models how many models it knows
 * @param nextUpdate the day on which a newer one is due
 */
public record MetadataEdition(int number, int models, LocalDate nextUpdate) {

    /** Returns whether a newer one should have been taken over by this day. */
    public boolean isOverdue(LocalDate today) {
        return nextUpdate.isBefore(today);
    }
}
