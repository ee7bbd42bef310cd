package org.keyhopper.printer.sdk.internal;

import com.google.gson.JsonObject;
import org.keyhopper.api.printer.Encoder;

/**
 * What a Zebra printer says about a job. Its words are compared by what they contain: models differ in what they add.
 *
 * @param print how far it is
 * @param position where its card is; always empty on some models
 * @param atStation whether the card is at the encoder the job is for
 * @param alarm the number of what an operator has to do, or 0
 * @param error the number of what ended it, or 0
 * @param text the printer's words for either
 */
record JobReport(String print, String position, boolean atStation, int alarm, int error, String text) {

    /** What a report comes to. */
    enum State {
        /** The card has left the printer as it should. */
        DONE,
        /** Ended by an error; where the card is, is not told. */
        FAILED,
        /** Ended by somebody or by the printer. */
        CANCELLED,
        /** Alive, and waits for an operator. */
        ALARM,
        /** To be cancelled: it does not go on. */
        ERROR,
        AT_STATION,
        FEEDING,
        WORKING;

        boolean isOver() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    static JobReport of(JsonObject reply, Encoder encoder) {
        int alarm = reply.get("alarm").getAsInt();
        return new JobReport(
                reply.get("print").getAsString(),
                reply.get("position").getAsString(),
                reply.get(encoder.name()).getAsString().contains("at_station"),
                alarm,
                reply.get("error").getAsInt(),
                reply.get(alarm > 0 ? "alarmText" : "errorText").getAsString());
    }

    /** Returns what it comes to, tested in the order of the maker's samples. */
    State state() {
        if (print.contains("done_ok") || print.contains("cleaning_up")) {
            return State.DONE;
        }
        if (print.contains("cancelled")) {
            return State.CANCELLED;
        }
        if (print.contains("error")) {
            return State.FAILED;
        }
        if (alarm > 0) {
            return State.ALARM;
        }
        if (error > 0) {
            return State.ERROR;
        }
        return atStation ? State.AT_STATION : underWay();
    }

    private State underWay() {
        return position.contains("feeding") ? State.FEEDING : State.WORKING;
    }
}
