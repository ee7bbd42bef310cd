package org.keyhopper.api.request;

import java.time.Duration;
import java.util.List;

/** One thing for the operator to do, or NONE when it is done. */
public sealed interface Instruction {

    /** Returns the time there is for it, zero where it does not matter. */
    Duration left();

    /** Returns the same with so much time left. */
    Instruction with(Duration left);

    /** Nothing to do: work goes on by itself. */
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

    /** Touch the device within the time. */
    record Touch(Duration left) implements Instruction {
        @Override
        public Instruction with(Duration less) {
            return new Touch(less);
        }
    }

    /** Touch it and hold the finger on it. */
    record LongTouch(Duration left) implements Instruction {
        @Override
        public Instruction with(Duration less) {
            return new LongTouch(less);
        }
    }

    /** Take the device out. */
    record TakeOut(Duration left) implements Instruction {
        @Override
        public Instruction with(Duration less) {
            return new TakeOut(less);
        }
    }

    /** Put the same device back. */
    record PutBack(Duration left) implements Instruction {
        @Override
        public Instruction with(Duration less) {
            return new PutBack(less);
        }
    }

    /**
     * Another device was put in: take it out, and put back the one that was taken out.
     *
     * @param inserted serial number of the one to take out, or empty
     * @param wanted serial number of the one to put back, or empty
     */
    record Swap(Duration left, String inserted, String wanted) implements Instruction {
        @Override
        public Instruction with(Duration less) {
            return new Swap(less, inserted, wanted);
        }
    }

    /**
     * Other devices are plugged in: remove them, so that only the one asked for can be meant.
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

    /** Confirm which device is in hand before it is put back; the {@link DeviceConfirmation} asks. */
    record ConfirmDevice(Duration left) implements Instruction {
        @Override
        public Instruction with(Duration less) {
            return new ConfirmDevice(less);
        }
    }
}
