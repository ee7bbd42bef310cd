package org.keyhopper.central.portal.internal.inventory;

import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;

/** A line of the inventory. */
sealed interface InventoryRow permits DeviceRow, StockRow {

    /** Returns when its state began. */
    Instant since();

    /** Returns what a search compares. */
    Stream<String> words();

    /** Returns whether one of its words contains the text, in capitals or not. */
    default boolean contains(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return words().anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
