package org.keyhopper.api.request;

import java.time.Duration;

/** One thing for the operator to do, or NONE when it is done. */
public sealed interface Instruction {

    /** Nothing to do: work goes on by itself. */
    record None() implements Instruction {}

    /** Touch the device within the time. */
    record Touch(Duration left) implements Instruction {}

    /** Touch it and hold the finger on it. */
    record LongTouch(Duration left) implements Instruction {}

    /** Take the device out. */
    record TakeOut() implements Instruction {}

    /** Put the same device back. */
    record PutBack(Duration left) implements Instruction {}
}
