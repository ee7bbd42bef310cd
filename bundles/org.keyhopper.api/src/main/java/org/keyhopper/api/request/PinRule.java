package org.keyhopper.api.request;

/** The source of a device's PIN. */
public sealed interface PinRule {

    /** Random digits; lengthened if the device requires more. */
    record Random(int length) implements PinRule {
        public Random {
            if (length < 4 || length > 63) {
                throw new IllegalArgumentException("PIN length " + length);
            }
        }
    }

    /** The operator enters one for each device. */
    record Entered() implements PinRule {}

    /** The existing PIN is kept; the operator is asked for it. */
    record Keep() implements PinRule {}
}
