package org.keyhopper.printer.sdk.internal;

/**
 * A FARGO printer as programs in the field describe it.
 *
 * @param queue the beginning of the name of its queue, by which they tell the families apart
 * @param family how it shows that a card has arrived
 * @param rejects whether the kit moves cards to a place for rejected ones
 * @param hang how long a call takes to report that the printer is off, in milliseconds
 * @param settling how many questions it answers with another activity before it is ready
 */
record FargoModel(String queue, FargoFamily family, boolean rejects, long hang, int settling) {

    static final FargoModel DTC = new FargoModel("DTC4500e on port ", FargoFamily.DTC, false, 0, 0);
    static final FargoModel HDP = new FargoModel("HDP5000 on port ", FargoFamily.HDP, false, 0, 0);
    static final FargoModel INK = new FargoModel("INK1000 on port ", FargoFamily.INK, false, 0, 0);

    FargoModel withReject() {
        return new FargoModel(queue, family, true, hang, settling);
    }

    /** One whose calls take seconds when it is off. */
    FargoModel hanging() {
        return new FargoModel(queue, family, rejects, 12_000, settling);
    }

    /** One that is still busy with the card before for a moment. */
    FargoModel settlingDown() {
        return new FargoModel(queue, family, rejects, hang, 2);
    }

    FargoModel named(String other) {
        return new FargoModel(other, family, rejects, hang, settling);
    }
}
