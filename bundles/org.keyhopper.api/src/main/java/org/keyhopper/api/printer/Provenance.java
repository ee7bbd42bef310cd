package org.keyhopper.api.printer;

import java.util.Objects;

/**
 * Where a driver's knowledge of its printers is from, and what it was tried on. Shown to the operator as it is.
 *
 * @param source who says so
 * @param testedOn the best thing it was tried on
 * @param limits what is not known or not built, in a sentence or two; may be empty
 */
public record Provenance(Source source, TestedOn testedOn, String limits) {

    /** Who says how to talk to the printer. */
    public enum Source {
        /** Published by the vendor. */
        VENDOR_DOCUMENTED,
        /** Read from working programs that others published. */
        THIRD_PARTY_CODE,
        /** The vendor's software development kit, installed by the user. */
        VENDOR_SDK,
        /** There is nothing to talk to. */
        NOTHING_NEEDED
    }

    /** What it was tried on. */
    public enum TestedOn {
        HARDWARE,
        /** A simulator written from the same facts as the driver: it proves that the two agree, no more. */
        SIMULATOR,
        NOTHING
    }

    public Provenance {
        Objects.requireNonNull(source);
        Objects.requireNonNull(testedOn);
        Objects.requireNonNull(limits);
    }
}
