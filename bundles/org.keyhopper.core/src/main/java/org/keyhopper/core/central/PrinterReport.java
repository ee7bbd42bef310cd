package org.keyhopper.core.central;

import java.util.List;
import java.util.Objects;
import org.keyhopper.api.printer.PrinterStatus;

/**
 * What a station reports of one of its printers.
 *
 * @param address as given to the station
 * @param name vendor and model; the address while it is not open
 * @param conditions what the printer reports, such as an empty hopper, a ribbon that is used up or a jam
 * @param output cards in the output tray since the run began
 * @param rejected cards in the reject tray since the run began
 */
public record PrinterReport(
        String address, String name, PrinterStatus.State state, List<Condition> conditions, int output, int rejected) {

    /**
     * A problem as it is sent.
     *
     * @param code of the problem, such as {@code printer.hopper-empty}
     */
    public record Condition(String code, List<String> arguments) {
        public Condition {
            Objects.requireNonNull(code);
            arguments = List.copyOf(arguments);
        }
    }

    public PrinterReport {
        Objects.requireNonNull(address);
        Objects.requireNonNull(name);
        Objects.requireNonNull(state);
        conditions = List.copyOf(conditions);
    }
}
