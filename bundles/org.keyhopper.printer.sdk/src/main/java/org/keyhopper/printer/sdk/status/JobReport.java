package org.keyhopper.printer.sdk.status;

import com.google.gson.JsonObject;
import org.keyhopper.api.printer.Encoder;

/**
 * A Zebra printer's report about a job. Texts are matched by content, since models add different details.
 *
 * @param print the print status
 * @param position the position of its card; always empty on some models
 * @param atStation whether the card is at the job's encoder
 * @param alarm the number of an alarm that requires the operator, or 0
 * @param error the number of the error that ended the job, or 0
 * @param text the printer's message for either
 */
public record JobReport(String print, String position, boolean atStation, int alarm, int error, String text) {

    /** The state derived from a report. */
    public enum State {
        /** The card has left the printer normally. */
        DONE,
        /** Ended by an error; the position of the card is not reported. */
        FAILED,
        /** Cancelled by the operator or the printer. */
        CANCELLED,
        /** Active, waiting for the operator. */
        ALARM,
        /** Must be cancelled: it does not continue. */
        ERROR,
        AT_STATION,
        FEEDING,
        WORKING;

        public boolean isOver() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    public static JobReport of(JsonObject reply, Encoder encoder) {
        int alarm = reply.get("alarm").getAsInt();
        return new JobReport(
                reply.get("print").getAsString(),
                reply.get("position").getAsString(),
                reply.get(encoder.name()).getAsString().contains("at_station"),
                alarm,
                reply.get("error").getAsInt(),
                reply.get(alarm > 0 ? "alarmText" : "errorText").getAsString());
    }

    /** Returns the state, tested in the order of the vendor's samples. */
    public State state() {
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
        return atStation ? State.AT_STATION : unfinishedState();
    }

    private State unfinishedState() {
        return position.contains("feeding") ? State.FEEDING : State.WORKING;
    }
}
