package org.keyhopper.printer.sdk.internal;

import com.google.gson.JsonObject;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Station;

/**
 * What a Zebra printer says about a job.
 *
 * @param print how far it is
 * @param position where its card is
 * @param atStation whether the card is at the station the job is for
 * @param alarm the number of what somebody has to do, or 0
 * @param error the number of what ended it, or 0
 * @param text the printer's words for either
 */
record JobReport(String print, String position, boolean atStation, int alarm, int error, String text) {

    static JobReport of(JsonObject reply, Station station) {
        int alarm = reply.get("alarm").getAsInt();
        return new JobReport(
                reply.get("print").getAsString(),
                reply.get("position").getAsString(),
                reply.get(station.name()).getAsString().contains("at_station"),
                alarm,
                reply.get("error").getAsInt(),
                reply.get(alarm > 0 ? "alarmText" : "errorText").getAsString());
    }

    boolean isOver() {
        return print.contains("done") || print.contains("cancelled");
    }

    boolean isGood() {
        return print.contains("done_ok");
    }

    /** A job that is over has no card inside; the vendor does not say where a card is that stuck. */
    CardLocation location(Station station) {
        if (isOver()) {
            return CardLocation.HOPPER;
        }
        return atStation ? CardLocation.at(station) : CardLocation.UNKNOWN;
    }
}
