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
 * The settings chosen for one printer so far.
 *
 * @param chosen whether it takes part in the run
 * @param byName whether a reader is named
 * @param reader the reader's name, or a part of it
 * @param hopper how many cards its hopper holds; 0 if they are not counted
 * @param checkResult the result of the last readiness check
 */
record PrinterDraft(
        PrinterAddress address,
        String name,
        boolean chosen,
        Encoder encoder,
        boolean byName,
        String reader,
        int hopper,
        Optional<CheckResult> checkResult) {

    /**
     * The result of a readiness check.
     *
     * @param binding the reader paired with the encoder
     * @param encoders the encoders of the printer, none if it does not report them
     */
    record CheckResult(List<ReadinessCheck> checks, Optional<ReaderBinding> binding, Set<Encoder> encoders) {
        boolean isBad() {
            return checks.stream().anyMatch(check -> check.state() == ReadinessCheck.State.BAD);
        }
    }

    static PrinterDraft of(PrinterAddress address, String name) {
        return new PrinterDraft(address, name, false, Encoder.CONTACT, false, "", 0, Optional.empty());
    }

    PrinterDraft chosen(boolean next) {
        return new PrinterDraft(address, name, next, encoder, byName, reader, hopper, Optional.empty());
    }

    PrinterDraft withEncoder(Encoder next) {
        return new PrinterDraft(address, name, chosen, next, byName, reader, hopper, Optional.empty());
    }

    PrinterDraft with(boolean named, String nextReader) {
        return new PrinterDraft(address, name, chosen, encoder, named, nextReader, hopper, Optional.empty());
    }

    /** Changes nothing that is checked. */
    PrinterDraft loaded(int cards) {
        return new PrinterDraft(address, name, chosen, encoder, byName, reader, Math.max(0, cards), checkResult);
    }

    PrinterDraft checkResult(CheckResult result) {
        return new PrinterDraft(address, name, chosen, encoder, byName, reader, hopper, Optional.of(result));
    }

    PrinterDraft withoutCheckResult() {
        return new PrinterDraft(address, name, chosen, encoder, byName, reader, hopper, Optional.empty());
    }

    /** Returns whether a check of {@code other} is also valid for this draft. */
    boolean hasSameTarget(PrinterDraft other) {
        return loaded(0).withoutCheckResult().equals(other.loaded(0).withoutCheckResult());
    }

    AutomaticOrder.PrinterOrder order() {
        return new AutomaticOrder.PrinterOrder(address, encoder, byName ? reader.strip() : "");
    }
}
