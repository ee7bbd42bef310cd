package org.keyhopper.ui.model.automatic;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.core.printer.ReaderBinding;
import org.keyhopper.core.run.StepProgress;
import org.keyhopper.ui.model.Notice;

/**
 * Everything the commissioning dialog shows.
 *
 * @param printers those to choose from
 * @param looking whether printers are being looked for
 * @param busy whether a card is under way
 * @param stages what is done with it
 * @param result what came of it
 * @param bindings what was learned so far
 */
public record PairReaderState(
        List<Printer> printers,
        boolean looking,
        boolean busy,
        List<StageRow> stages,
        Optional<Notice> result,
        List<BindingRow> bindings) {

    public PairReaderState {
        printers = List.copyOf(printers);
        stages = List.copyOf(stages);
        bindings = List.copyOf(bindings);
    }

    /** A printer to choose. */
    public record Printer(PrinterAddress address, String name) {}

    /** One thing done with the card. */
    public record StageRow(StepProgress.State state, String text) {}

    /** A reader that was learned, in words. */
    public record BindingRow(String printer, Encoder key, String encoder, String reader, String learned) {
        static BindingRow of(ReaderBinding binding, String encoder, String reader, String learned) {
            return new BindingRow(binding.printer(), binding.encoder(), encoder, reader, learned);
        }
    }
}
