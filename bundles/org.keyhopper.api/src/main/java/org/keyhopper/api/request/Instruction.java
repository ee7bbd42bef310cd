package org.keyhopper.api.request;

import java.time.Duration;

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
}
