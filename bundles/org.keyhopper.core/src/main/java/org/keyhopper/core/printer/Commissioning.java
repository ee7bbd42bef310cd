package org.keyhopper.core.printer;

import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.Station;
import org.osgi.annotation.versioning.ProviderType;

/** Teaches which reader is behind a station of a printer, by feeding a card. */
@ProviderType
public interface Commissioning {

    /**
     * Feeds one card to the station, sees at which reader a card appears, and puts the card to the good ones untouched.
     * Blocking for up to two minutes; interruptible; not while a run uses the printer.
     *
     * @param follower hears each stage as it begins, on this thread
     * @return the binding, which is also kept; or why there is none: {@code CARD_NOT_SEEN} when no reader saw a card,
     *     {@code STATION_NOT_EMPTY} when there was one before, {@code READER_NOT_KNOWN} when several appeared at once
     */
    Answer<ReaderBinding> learn(PrinterAddress printer, Station station, Consumer<Stage> follower)
            throws InterruptedException;

    /** What is being done. */
    enum Stage {
        OPENING,
        FEEDING,
        WATCHING,
        RETURNING
    }
}
