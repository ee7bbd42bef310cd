package org.keyhopper.api.request;

import java.time.Duration;
import java.util.List;

/** An action requested from the operator; {@link None} when there is none. */
public sealed interface Instruction {

    /** Returns the remaining time, or zero if unlimited. */
    Duration left();

    /** Returns a copy with this remaining time. */
    Instruction with(Duration left);

    /** No action required. */
    record None() implements Instruction {
        @Override
        public Duration left() {
            return Duration.ZERO;
        }

        @Override
        public Instruction with(Duration left) {
            return this;
        }
    }

    /** Touch the device. */
    record Touch(Duration left) implements Instruction {
        @Override
        public Instruction with(Duration less) {
            return new Touch(less);
        }
    }

    /** Touch the device and keep the finger on it. */
    record LongTouch(Duration left) implements Instruction {
        @Override
        public Instruction with(Duration less) {
            return new LongTouch(less);
        }
    }

    /** Remove the device. */
    record TakeOut(Duration left) implements Instruction {
        @Override
        public Instruction with(Duration less) {
            return new TakeOut(less);
        }
    }

    /** Reinsert the same device. */
    record PutBack(Duration left) implements Instruction {
        @Override
        public Instruction with(Duration less) {
            return new PutBack(less);
        }
    }

    /**
     * Another device was inserted: replace it with the one that was removed.
     *
     * @param inserted serial number of the one to remove, or empty
     * @param wanted serial number of the one to reinsert, or empty
     */
    record Swap(Duration left, String inserted, String wanted) implements Instruction {
        @Override
        public Instruction with(Duration less) {
            return new Swap(less, inserted, wanted);
        }
    }

    /**
     * Remove other devices, so that the requested one is unambiguous.
     *
     * @param devices names and serial numbers of those to remove; never empty
     */
    record RemoveOthers(Duration left, List<String> devices) implements Instruction {
        public RemoveOthers {
            devices = List.copyOf(devices);
        }

        @Override
        public Instruction with(Duration less) {
            return new RemoveOthers(less, devices);
        }
    }

    /** Confirm the device before it is reinserted; the question is asked by {@link DeviceConfirmation}. */
    record ConfirmDevice(Duration left) implements Instruction {
        @Override
        public Instruction with(Duration less) {
            return new ConfirmDevice(less);
        }
    }
}
