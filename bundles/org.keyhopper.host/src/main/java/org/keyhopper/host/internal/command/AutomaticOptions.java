package org.keyhopper.host.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.Station;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.AutomaticOrder.OnProvisioned;
import org.keyhopper.core.automatic.AutomaticOrder.Resumption;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.host.internal.output.Words;
import picocli.CommandLine.Option;

/** The printers of a run through printers. */
final class AutomaticOptions {

    @Option(
            names = "--printer",
            paramLabel = "URI",
            description = "Automatic: a printer, such as matica://HOST:PORT; several work at the same time.")
    private List<String> printers = List.of();

    @Option(
            names = "--station",
            paramLabel = "contact|contactless",
            description =
                    "Automatic: where the chip is reached; once for all printers, or once for each in their order.")
    private List<String> stations = List.of();

    boolean isEmpty() {
        return printers.isEmpty() && stations.isEmpty();
    }

    /** @param readers one for each printer in their order, or none */
    AutomaticOrder order(RequestId request, List<String> readers, String onProvisioned) throws InputRefused {
        if (printers.isEmpty() || stations.isEmpty()) {
            throw new InputRefused("--mode automatic needs --printer URI and --station contact or contactless.");
        }
        requireFit("--station", stations.size(), 1);
        requireFit("--reader", readers.size(), 0);
        List<AutomaticOrder.Lane> lanes = new ArrayList<>();
        for (int i = 0; i < printers.size(); i++) {
            String reader = readers.isEmpty() ? "" : readers.get(i);
            lanes.add(new AutomaticOrder.Lane(
                    address(printers.get(i)), station(stations.get(i % stations.size())), reader));
        }
        return new AutomaticOrder(request, lanes, provisioned(onProvisioned), Resumption.WHEN_CLEARED);
    }

    private void requireFit(String option, int count, int least) throws InputRefused {
        if (count != least && count != printers.size()) {
            throw new InputRefused(
                    option + " is given " + count + " times for " + printers.size() + " printers; say which is whose.");
        }
    }

    private static PrinterAddress address(String text) throws InputRefused {
        Answer<PrinterAddress> address = PrinterAddress.parse(text);
        Optional<Problem> trouble = address.trouble();
        if (trouble.isPresent()) {
            throw new InputRefused(Words.of(trouble.get()));
        }
        return address.result().orElseThrow();
    }

    private static Station station(String text) throws InputRefused {
        return constant(Station.class, text, "--station is contact or contactless, not " + text + ".");
    }

    private static OnProvisioned provisioned(String text) throws InputRefused {
        return text.isEmpty()
                ? OnProvisioned.REJECT
                : constant(OnProvisioned.class, text, "--on-provisioned is reject or reset in automatic mode.");
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text, String otherwise) throws InputRefused {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
                return constant;
            }
        }
        throw new InputRefused(otherwise);
    }
}
