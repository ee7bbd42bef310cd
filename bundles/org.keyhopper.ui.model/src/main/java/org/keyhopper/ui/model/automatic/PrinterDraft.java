package org.keyhopper.ui.model.automatic;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.ReadinessCheck;
import org.keyhopper.core.printer.ReaderBinding;

/**
 * What was chosen for one printer so far.
 *
 * @param chosen whether it takes part
 * @param byName whether a reader is named
 * @param reader its name, or a part of it
 * @param seen what it was like when it was looked at last
 */
record PrinterDraft(
        PrinterAddress address,
        String name,
        boolean chosen,
        Encoder encoder,
        boolean byName,
        String reader,
        Optional<Seen> seen) {

    /**
     * A look at a printer.
     *
     * @param binding the reader that was learned for the encoder
     * @param encoders the encoders it has, none if it does not tell
     */
    record Seen(List<ReadinessCheck> checks, Optional<ReaderBinding> binding, Set<Encoder> encoders) {
        boolean isBad() {
            return checks.stream().anyMatch(check -> check.state() == ReadinessCheck.State.BAD);
        }
    }

    static PrinterDraft of(PrinterAddress address, String name) {
        return new PrinterDraft(address, name, false, Encoder.CONTACT, false, "", Optional.empty());
    }

    PrinterDraft chosen(boolean next) {
        return new PrinterDraft(address, name, next, encoder, byName, reader, Optional.empty());
    }

    PrinterDraft at(Encoder next) {
        return new PrinterDraft(address, name, chosen, next, byName, reader, Optional.empty());
    }

    PrinterDraft with(boolean named, String nextReader) {
        return new PrinterDraft(address, name, chosen, encoder, named, nextReader, Optional.empty());
    }

    PrinterDraft seen(Seen look) {
        return new PrinterDraft(address, name, chosen, encoder, byName, reader, Optional.of(look));
    }

    PrinterDraft unseen() {
        return new PrinterDraft(address, name, chosen, encoder, byName, reader, Optional.empty());
    }

    /** Returns whether a look at {@code other} is also one at this. */
    boolean isLike(PrinterDraft other) {
        return unseen().equals(other.unseen());
    }

    AutomaticOrder.PrinterOrder order() {
        return new AutomaticOrder.PrinterOrder(address, encoder, byName ? reader.strip() : "");
    }
}
