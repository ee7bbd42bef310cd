package org.keyhopper.printer.sdk.simulator;

import org.keyhopper.printer.sdk.protocol.FargoFamily;

/**
 * A FARGO printer as described by programs in the field.
 *
 * @param queue the prefix of its queue name, which determines the family
 * @param family how it indicates the arrival of a card
 * @param rejects whether the SDK can move cards to a reject tray
 * @param hang how long a call takes to report that the printer is off, in milliseconds
 * @param settling the number of queries that return another activity before it is ready
 * @param network whether its encoder is on the network: its reader shows a card during a session only, has one session at
 *     a time, and drops it before every third card
 */
public record FargoModel(String queue, FargoFamily family, boolean rejects, long hang, int settling, boolean network) {

    public static final FargoModel DTC = new FargoModel("DTC4500e on port ", FargoFamily.DTC, false, 0, 0, false);
    public static final FargoModel HDP = new FargoModel("HDP5000 on port ", FargoFamily.HDP, false, 0, 0, false);
    public static final FargoModel INK = new FargoModel("INK1000 on port ", FargoFamily.INK, false, 0, 0, false);

    public FargoModel withReject() {
        return new FargoModel(queue, family, true, hang, settling, network);
    }

    /** A model whose calls take seconds when it is off. */
    public FargoModel hanging() {
        return new FargoModel(queue, family, rejects, 12_000, settling, network);
    }

    /** A model that is busy with the previous card for a moment. */
    public FargoModel settlingDown() {
        return new FargoModel(queue, family, rejects, hang, 2, network);
    }

    public FargoModel onTheNetwork() {
        return new FargoModel(queue, family, rejects, hang, settling, true);
    }

    public FargoModel named(String other) {
        return new FargoModel(other, family, rejects, hang, settling, network);
    }
}
