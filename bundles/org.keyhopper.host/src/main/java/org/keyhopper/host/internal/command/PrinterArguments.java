package org.keyhopper.host.internal.command;

import java.util.List;
import java.util.stream.IntStream;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.host.internal.output.ProblemLines;

/** The printers named on the command line; encoders and readers are assigned in the same order. */
record PrinterArguments(List<String> printers, List<Encoder> encoders, List<String> readers) {

    List<AutomaticOrder.PrinterOrder> orders() throws InputRefusedException {
        if (printers.isEmpty()) {
            throw new InputRefusedException(
                    "--mode automatic requires --printer. Use \"keyhopper devices\" to list the printers.");
        }
        if (encoders.isEmpty()) {
            throw new InputRefusedException("--mode automatic requires --encoder contact or --encoder contactless.");
        }
        if (encoders.size() > 1 && encoders.size() != printers.size()) {
            throw new InputRefusedException("Specify --encoder once, or once for each --printer.");
        }
        if (!readers.isEmpty() && readers.size() != printers.size()) {
            throw new InputRefusedException("Specify --reader for each --printer, or for none.");
        }
        List<PrinterAddress> addresses = addresses();
        if (addresses.stream().distinct().count() < addresses.size()) {
            throw new InputRefusedException("A printer is specified twice.");
        }
        return IntStream.range(0, addresses.size())
                .mapToObj(i -> new AutomaticOrder.PrinterOrder(
                        addresses.get(i),
                        encoders.get(encoders.size() == 1 ? 0 : i),
                        readers.isEmpty() ? "" : readers.get(i)))
                .toList();
    }

    private List<PrinterAddress> addresses() throws InputRefusedException {
        List<Answer<PrinterAddress>> read =
                printers.stream().map(PrinterAddress::parse).toList();
        for (Answer<PrinterAddress> each : read) {
            if (each.failure().isPresent()) {
                throw new InputRefusedException(ProblemLines.of(each.failure().get()));
            }
        }
        return read.stream().map(each -> each.result().orElseThrow()).toList();
    }
}
