package org.keyhopper.ui.model.automatic;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.core.printer.ReaderBinding;
import org.keyhopper.core.run.StepProgress;
import org.keyhopper.ui.model.Notice;

/**
 * The view state of the pairing dialog.
 *
 * @param printers the printers to choose from
 * @param discovering whether printers are being discovered
 * @param busy whether a card is being processed
 * @param stages the steps of the pairing
 * @param result the result of the last pairing
 * @param bindings the existing pairings
 */
public record PairReaderState(
        List<Printer> printers,
        boolean discovering,
        boolean busy,
        List<StageRow> stages,
        Optional<Notice> result,
        List<BindingRow> bindings) {

    public PairReaderState {
        printers = List.copyOf(printers);
        stages = List.copyOf(stages);
        bindings = List.copyOf(bindings);
    }

    /** A printer to choose from. */
    public record Printer(PrinterAddress address, String name) {}

    /** One step of the pairing. */
    public record StageRow(StepProgress.State state, String text) {}

    /** A paired reader, in words. */
    public record BindingRow(String printer, Encoder key, String encoder, String reader, String learned) {
        static BindingRow of(ReaderBinding binding, String encoder, String reader, String learned) {
            return new BindingRow(binding.printer(), binding.encoder(), encoder, reader, learned);
        }
    }
}
