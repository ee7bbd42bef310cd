package org.keyhopper.api.request;

/** Where a device's PIN comes from. */
public sealed interface PinRule {

    /** Random digits; lengthened when the device demands more. */
    record Random(int length) implements PinRule {
        public Random {
            if (length < 4 || length > 63) {
                throw new IllegalArgumentException("PIN length " + length);
            }
        }
    }

    /** The operator types one for each device. */
    record Entered() implements PinRule {}

    /** The device's own PIN is kept; the operator is asked for it. */
    record Keep() implements PinRule {}
}
