package org.keyhopper.core.printer;

import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.osgi.annotation.versioning.ProviderType;

/** Determines which reader is behind an encoder of a printer, by feeding a card. */
@ProviderType
public interface Commissioning {

    /**
     * Feeds one card to the encoder, finds the reader at which it appears, and ejects it unchanged to the output tray.
     * Blocking for up to two minutes; interruptible; not while a run uses the printer.
     *
     * @param listener receives each stage as it begins, on this thread
     * @return the binding, which is also kept; or why there is none: {@code CARD_NOT_SEEN} when no reader saw a card,
     *     {@code ENCODER_NOT_EMPTY} when there was one before, {@code READER_NOT_KNOWN} when several appeared at once
     */
    Answer<ReaderBinding> learn(PrinterAddress printer, Encoder encoder, Consumer<Stage> listener)
            throws InterruptedException;

    /** The stages of a determination. */
    enum Stage {
        OPENING,
        FEEDING,
        WATCHING,
        RETURNING
    }
}
