package org.example.acme.status;

import java.util.Locale;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterProblemCode;

/**
 * What only Acme's printers report. Its texts are in {@code OSGI-INF/l10n/keyhopper.properties}. Before you add a constant,
 * look for one in {@code PrinterProblem} that says the same to the operator.
 */
public enum AcmeProblem implements PrinterProblemCode {
    /** The hopper holds cards, and none of them could be separated. */
    CARDS_STUCK;

    @Override
    public FailureKind kind() {
        return FailureKind.OPERATOR_NEEDED;
    }

    @Override
    public String id() {
        return "acme." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
