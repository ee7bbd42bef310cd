package org.keyhopper.host.internal.command;

import java.util.List;
import java.util.stream.IntStream;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.Station;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.host.internal.output.Words;

/** Printers as named on the command line; the first station belongs to the first printer, and so on. */
record PrinterArguments(List<String> printers, List<Station> stations, List<String> readers) {

    List<AutomaticOrder.Lane> lanes() throws InputRefused {
        if (printers.isEmpty()) {
            throw new InputRefused(
                    "--mode automatic needs --printer. \"keyhopper devices\" lists those that were found.");
        }
        if (stations.isEmpty()) {
            throw new InputRefused("--mode automatic needs --station contact or --station contactless.");
        }
        if (stations.size() > 1 && stations.size() != printers.size()) {
            throw new InputRefused("Give --station once, or once for each --printer.");
        }
        if (!readers.isEmpty() && readers.size() != printers.size()) {
            throw new InputRefused("Give --reader for each --printer, or for none.");
        }
        List<PrinterAddress> addresses = addresses();
        if (addresses.stream().distinct().count() < addresses.size()) {
            throw new InputRefused("The same printer cannot be given twice.");
        }
        return IntStream.range(0, addresses.size())
                .mapToObj(i -> new AutomaticOrder.Lane(
                        addresses.get(i),
                        stations.get(stations.size() == 1 ? 0 : i),
                        readers.isEmpty() ? "" : readers.get(i)))
                .toList();
    }

    private List<PrinterAddress> addresses() throws InputRefused {
        List<Answer<PrinterAddress>> read =
                printers.stream().map(PrinterAddress::parse).toList();
        for (Answer<PrinterAddress> each : read) {
            if (each.trouble().isPresent()) {
                throw new InputRefused(Words.of(each.trouble().get()));
            }
        }
        return read.stream().map(each -> each.result().orElseThrow()).toList();
    }
}
